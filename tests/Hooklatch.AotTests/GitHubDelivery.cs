using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.AotTests;

/// <summary>One delivery as GitHub sends it.</summary>
/// <param name="Event">The value of <c>X-GitHub-Event</c>.</param>
/// <param name="Body">The bytes that were signed.</param>
/// <param name="Signature">The value of <c>X-Hub-Signature-256</c>, or null to leave the header out.</param>
internal sealed record GitHubDelivery(string Event, byte[] Body, string? Signature)
{
    /// <summary>A delivery of our own, signed as GitHub documents it.</summary>
    public static GitHubDelivery Signed(string @event, string body, string secret = Sample.Secret)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return new GitHubDelivery(
            @event,
            bytes,
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes))
        );
    }

    /// <summary>The same delivery, with one bit of its body turned over on the way.</summary>
    public GitHubDelivery WithOneBitFlipped()
    {
        var body = Body.ToArray();
        body[body.Length / 2] ^= 1;
        return this with { Body = body };
    }

    public async Task<HttpResponseMessage> SendToAsync(HttpClient host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Sample.GitHub) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-GitHub-Event", Event);
        request.Headers.Add("X-GitHub-Delivery", Guid.NewGuid().ToString());
        if (Signature is not null)
        {
            request.Headers.Add("X-Hub-Signature-256", Signature);
        }
        return await host.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
