namespace Hooklatch.Tests.Transport;

/// <summary>
/// The rapid reset attack (CVE-2023-44487): each stream is opened and reset in one breath, so that the limit of concurrent streams never
/// holds the sender back.
/// </summary>
internal static class Http2Flood
{
    /// <summary>How long the server may take to hang up after the last frame.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Opens and resets so many streams on one connection; answers whether the server hung up on it.</summary>
    public static async Task<bool> ResetAsync(Uri server, string path, int streams)
    {
        using var http = await RawHttp2.ConnectAsync(server);
        var hungUp = ReadToEndAsync(http.Stream);
        await FloodAsync(http.Stream, path, streams);
        return await Task.WhenAny(hungUp, Task.Delay(Timeout)) == hungUp;
    }

    private static async Task FloodAsync(Stream stream, string path, int streams)
    {
        try
        {
            for (var id = 1; id < 2 * streams; id += 2)
            {
                await stream.WriteAsync((byte[])[.. RawHttp2.Post(id, path), .. RawHttp2.Reset(id)]);
            }
        }
        catch (IOException)
        {
            // The server hung up before the last of them.
        }
    }

    /// <summary>Reads what comes, since a flood that takes no answers would stop by itself, until the server closes or resets.</summary>
    private static async Task ReadToEndAsync(Stream stream)
    {
        try
        {
            await stream.CopyToAsync(Stream.Null);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // A reset is a hang-up, too.
        }
    }
}
