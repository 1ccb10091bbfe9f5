using System.Globalization;
using Hooklatch.Cli.Catalog;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Sending;
using Hooklatch.Cli.Terminals;
using Hooklatch.Cli.Verifying;
using Hooklatch.Management;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Listening;

/// <summary>
/// Takes on the deliveries that a host has stored: in their order, each at least once, from where it ended the last time. What slept, or was away, misses
/// nothing.
/// </summary>
/// <param name="client">The host.</param>
/// <param name="cursor">Where it ended the last time.</param>
/// <param name="output">Where it is told.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedListener(HostClient client, CursorFile cursor, Output output, TimeProvider time)
{
    /// <summary>How long nothing is asked after everything was read.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Connection _connection = new(client.Name, time, output);

    /// <summary>What is done with each.</summary>
    public ListenSettings Settings { get; init; } = new();

    /// <summary>What sends on; <see langword="null"/> where nothing is.</summary>
    public Forwarder? Forwarder { get; init; }

    /// <summary>The preset by which a delivery is signed anew.</summary>
    public Preset? Preset { get; init; }

    /// <summary>What it is signed with.</summary>
    public SignerKeys? Keys { get; init; }

    /// <summary>Of one plugin.</summary>
    public string? Plugin { get; init; }

    /// <summary>Of one endpoint of it.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Listens until it is ended.</summary>
    /// <param name="after">Where to begin; <see langword="null"/> for where it ended, and for a first time from now on.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ToolException">The host refuses, or is away for a minute.</exception>
    public async Task RunAsync(long? after, CancellationToken cancellation)
    {
        var folder = Settings.Save is { } save ? new CaptureFolder(save) : null;
        var last = after ?? cursor.Read() ?? await NewestAsync(cancellation);
        cursor.Write(last);
        output.Note(string.Create(CultureInfo.InvariantCulture, $"Listening to {client.Name} after delivery {last}."));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await TryPageAsync(last, cancellation) is not { } page)
            {
                continue;
            }

            foreach (var item in page.Items)
            {
                await TakeAsync(item, folder, cancellation);
                // Only what was taken on is behind the cursor.
                cursor.Write(last = Math.Max(last, item.Row.Id));
            }

            if (page.Next is { } next && next > last)
            {
                cursor.Write(last = next);
            }

            if (page.IsAtEnd || page.Items.Count == 0)
            {
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }

    private async Task<long> NewestAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var page = await client.GetAsync(
                    new HostQuery("deliveries").With("size", 1),
                    ManagementJson.Default.DeliveryPage,
                    cancellation
                );
                _connection.Succeed();
                return page.Deliveries is [var newest, ..] ? newest.Id : 0;
            }
            catch (ToolException error)
            {
                await _connection.FailAsync(error, cancellation);
            }
        }
    }

    private async Task<FeedPage?> TryPageAsync(long after, CancellationToken cancellation)
    {
        try
        {
            var page = await client.GetAsync(
                new HostQuery("feed").With("after", after).With("plugin", Plugin).With("endpoint", Endpoint),
                ManagementJson.Default.FeedPage,
                cancellation
            );
            _connection.Succeed();
            return page;
        }
        catch (ToolException error)
        {
            await _connection.FailAsync(error, cancellation);
            return null;
        }
    }

    private async Task TakeAsync(FeedItem item, CaptureFolder? folder, CancellationToken cancellation)
    {
        var request = FeedRequest.Of(item);
        var file = folder?.Save(request);
        var answer = Forwarder is null ? null : await ForwardAsync(item, request, cancellation);
        output.Json(
            new ForwardResult
            {
                Id = item.Row.Id.ToString(CultureInfo.InvariantCulture),
                Event = item.Row.Event,
                DeliveryId = item.Row.DeliveryId,
                Url = Settings.Forward,
                Status = answer?.Status,
                File = file,
            },
            ToolJson.Default.ForwardResult
        );
        var more = answer?.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"  -> {status}") : "";
        output.Line(
            CellWidth.Cut(DeliveryTable.Line(item.Row), Terminal.MaxWidth - more.Length) + more,
            answer is null ? Color.None
                : answer.Status is >= 200 and < 300 ? Color.Green
                : Color.Red
        );
        if (Settings.Prints)
        {
            new RequestPrinter(output).Print(request);
        }
    }

    /// <summary>Sends a delivery on until somebody answers, whatever it is: what comes after it waits, so that the order is kept.</summary>
    private async Task<SendAnswer> ForwardAsync(FeedItem item, CapturedRequest request, CancellationToken cancellation)
    {
        var isTold = false;
        while (true)
        {
            var answer = await Forwarder!.SendAsync(Signed(item, request), cancellation);
            if (answer.Status is not null)
            {
                return answer;
            }

            if (!isTold)
            {
                output.Warn("forward_failed", $"{Settings.Forward} does not answer: {answer.Error}. Waiting for it.");
                isTold = true;
            }

            await Task.Delay(Pause, time, cancellation);
        }
    }

    private OutgoingRequest Signed(FeedItem item, CapturedRequest request)
    {
        var outgoing = Forwarder!.ToOutgoing(request);
        if (Preset is null || Keys is null)
        {
            return outgoing;
        }

        (outgoing.Event, outgoing.DeliveryId) = (item.Row.Event, item.Row.DeliveryId);
        try
        {
            var signer = Preset.Create().CreateSigner();
            outgoing.Scheme = KeyChoice.SchemeFor(signer, Keys);
            signer.Sign(outgoing, Keys);
        }
        catch (ArgumentException error)
        {
            throw new ToolException("sign", FormattableString.Invariant($"Delivery {item.Row.Id} cannot be signed: {error.Message}"));
        }

        return outgoing;
    }
}
