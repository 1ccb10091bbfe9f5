using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Benchmarks.Uploads;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Benchmarks.Pipeline;

/// <summary>What a provider's quick start shows: the body as text, its bytes hashed, the text parsed as a document.</summary>
internal static class NaiveHandler
{
    public static async Task PushAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(SignedUpload.Secret));
        var expected = "sha256=" + Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(body)));
        if (!string.Equals(expected, http.Request.Headers["X-Hub-Signature-256"], StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var repository = root.GetProperty("repository").GetProperty("full_name").GetString();
        var pusher = root.GetProperty("pusher").GetProperty("name").GetString();
        var messages = root.GetProperty("commits").EnumerateArray().Select(commit => commit.GetProperty("message").GetString()).ToArray();
        var @event = http.Request.Headers["X-GitHub-Event"];
        await http.Response.WriteAsync($"{@event}: {pusher} pushed {messages.Length} commit(s) to {repository}", http.RequestAborted);
    }
}
