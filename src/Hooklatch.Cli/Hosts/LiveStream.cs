using System.Net.ServerSentEvents;
using System.Text.Json;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Hosts;

/// <summary>What happens at a host as it happens. A connection that is lost is made again.</summary>
/// <param name="client">The host.</param>
/// <param name="time">The clock.</param>
/// <param name="output">Where it is told that a connection was lost.</param>
internal sealed class LiveStream(HostClient client, TimeProvider time, Output output)
{
    private readonly Connection _connection = new(client.Name, time, output);

    /// <summary>Follows deliveries until it is ended.</summary>
    /// <param name="filter">Which deliveries.</param>
    /// <param name="take">Takes each that is new or changed.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ToolException">The host refuses, ends the stream, or is away for a minute.</exception>
    public async Task FollowAsync(DeliveryFilter filter, Action<DeliveryRow> take, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                using var answer = await client.OpenAsync(FilterOptions.Query("live", filter), cancellation);
                _connection.Succeed();
                await ReadAsync(answer, take, cancellation);
                throw new ToolException("unreachable", $"{client.Name} has ended the connection");
            }
            catch (Exception error) when (error is HttpRequestException or IOException)
            {
                await _connection.FailAsync(new ToolException("unreachable", $"{client.Name}: {error.Message}"), cancellation);
            }
            catch (ToolException error)
            {
                await _connection.FailAsync(error, cancellation);
            }
        }
    }

    private static async Task ReadAsync(HttpResponseMessage answer, Action<DeliveryRow> take, CancellationToken cancellation)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellation))
        {
            switch (item.EventType)
            {
                case "deliveries":
                    foreach (var row in Parse(item.Data))
                    {
                        take(row);
                    }

                    break;
                case "end":
                    throw new ToolException("ended", $"The host has ended the stream: {item.Data}");
            }
        }
    }

    private static IReadOnlyList<DeliveryRow> Parse(string data)
    {
        try
        {
            return JsonSerializer.Deserialize(data, ManagementJson.Default.IReadOnlyListDeliveryRow) ?? [];
        }
        catch (JsonException)
        {
            throw new ToolException("live", "The host's stream cannot be read: is the tool of another version?");
        }
    }
}
