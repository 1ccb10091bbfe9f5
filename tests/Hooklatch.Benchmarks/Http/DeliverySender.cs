using System.Net.Http.Headers;

namespace Hooklatch.Benchmarks.Http;

/// <summary>One delivery that is sent to be looked at rather than measured.</summary>
internal static class DeliverySender
{
    public static async Task<(int Status, string Said)> SendAsync(HttpClient client, string path, SignedBody body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body.Bytes) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(body.ContentType);
        request.Headers.Add("X-GitHub-Event", "push");
        request.Headers.Add("X-GitHub-Delivery", Guid.NewGuid().ToString());
        request.Headers.Add("X-Hub-Signature-256", signature);
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
