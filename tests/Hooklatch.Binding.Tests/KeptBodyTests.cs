using Hooklatch.Binding.Tests.Endpoints;
using Hooklatch.Binding.Tests.Http;
using static Hooklatch.Binding.Tests.Http.HooklatchHost;

namespace Hooklatch.Binding.Tests;

/// <summary>
/// What a handler keeps beyond its task is read while other deliveries come in: it is what was sent, or an exception that says that it is
/// over, and never the bytes of another delivery.
/// </summary>
public sealed class KeptBodyTests(HooklatchHost host) : IClassFixture<HooklatchHost>
{
    private const int Deliveries = 40;

    /// <summary>In the server's buffer, in a pooled one, and in a file.</summary>
    private static readonly int[] Sizes = [40, 9000, 80_000];

    public static TheoryData<string, bool> Endpoints =>
        new()
        {
            // What stays as it was.
            { "memory", true },
            { "json-memory", true },
            { "json-memories", true },
            { "element", true },
            { "json-element", true },
            { "node", true },
            { "form", true },
            // What ends with its delivery.
            { "window", false },
            { "context", false },
            { "stream", false },
            { "pipe", false },
            { "begun-pipe", true },
            { "file", false },
            { "opened-file", false },
            { "arriving-stream", false },
            { "arriving-pipe", false },
            { "reading-stream", false },
            { "part", false },
            { "parts", false },
        };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task What_is_kept_is_what_was_sent_or_throws(string endpoint, bool stays)
    {
        var sent = new Dictionary<string, string>();
        var readers = new List<Task<(string Note, string? Seen)>>();
        for (var i = 0; i < Deliveries; i++)
        {
            var note = $"{endpoint}-{i}";
            sent[note] = Text(endpoint, i, Sizes[i % Sizes.Length]);
            var answer = await host.SendAsync(Sign(Delivery(endpoint, note, sent[note])));
            Assert.True(answer.Status == 200, $"{answer.Head}\n{answer.Body}");

            // What was kept of every second delivery is read at once, while the next ones come in; the rest at the end.
            while (i % 2 == 0 && KeepEndpoints.Kept.TryDequeue(out var kept))
            {
                readers.Add(ReadAsync(kept.Note, kept.Read));
            }
        }

        await host.WhenIdleAsync();
        foreach (var kept in KeepEndpoints.Kept)
        {
            readers.Add(ReadAsync(kept.Note, kept.Read));
        }

        KeepEndpoints.Kept.Clear();
        var seen = await Task.WhenAll(readers);
        Assert.Equal(Deliveries, seen.Length);
        Assert.All(seen, one => Assert.True(one.Seen is null ? !stays : Is(one.Seen, sent[one.Note], stays), $"{one.Note}: {one.Seen}"));
    }

    /// <summary>What ends with its delivery may have been read in part before: a beginning of what was sent.</summary>
    private static bool Is(string seen, string sent, bool stays) =>
        stays && seen.Length == sent.Length ? seen == sent : sent.StartsWith(seen, StringComparison.Ordinal);

    private static async Task<(string Note, string? Seen)> ReadAsync(string note, Func<Task<string>> read)
    {
        try
        {
            return (note, await read());
        }
        catch (ObjectDisposedException)
        {
            return (note, null);
        }
    }

    private static string Text(string endpoint, int delivery, int size)
    {
        var text = string.Concat(Enumerable.Repeat($"n{delivery:00} ", size / 4));
        return endpoint switch
        {
            "json-memories" => $"[\"{text}\",{delivery}]",
            "file" or "opened-file" or "form" or "part" or "parts" => text,
            _ => $"{{\"value\":\"{text}\"}}",
        };
    }

    private static Request Delivery(string endpoint, string note, string text) =>
        endpoint switch
        {
            "file" or "opened-file" => Multipart.Post($"/keep/{endpoint}?note={note}", Multipart.File("file", "a.txt", text)),
            "form" or "part" or "parts" => Multipart.Post($"/keep/{endpoint}?note={note}", Multipart.Field("value", text)),
            _ => Request.WithBody($"/keep/{endpoint}?note={note}", "application/json", text),
        };
}
