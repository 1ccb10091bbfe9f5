using System.Globalization;
using System.Text;

namespace Hooklatch.TestKit.Vectors;

/// <summary>A delivery in the bytes that go over the wire. No client in between joins or reorders headers.</summary>
internal static class VectorRequest
{
    private const string Prefix = "/api/plugin/dev.providers/webhook/";

    public static byte[] Of(Vector vector)
    {
        var query = vector.Url is { } url ? new Uri(url).Query : "";
        var head = RawRequest.Head(
            vector.Method,
            Prefix + vector.Provider + query,
            [
                "Connection: close",
                $"Content-Length: {vector.Body.Length.ToString(CultureInfo.InvariantCulture)}",
                .. vector.Headers.Select(header => $"{header.Key}: {header.Value}"),
            ]
        );
        return [.. Encoding.UTF8.GetBytes(head), .. vector.Body];
    }

    public static async Task<RawAnswer> SendToAsync(Uri server, Vector vector)
    {
        await using var http = await RawHttp.ConnectAsync(server);
        await http.SendAsync(Of(vector));
        return await http.ReadToCloseAsync();
    }

    /// <summary>Whether a receiver said what the delivery calls for: 2xx for a valid one, 4xx for any other.</summary>
    public static bool IsExpected(Vector vector, int status) => vector.IsValid ? status is >= 200 and < 300 : status is >= 400 and < 500;
}
