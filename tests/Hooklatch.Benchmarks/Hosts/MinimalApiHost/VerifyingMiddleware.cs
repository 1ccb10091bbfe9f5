using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Benchmarks.Hosts;

/// <summary>The wrapper that a minimal API needs: it takes the body, verifies it, and puts it back for the binding to read.</summary>
internal sealed class VerifyingMiddleware(string secret)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (!Verify(http.Request.Headers["X-Hub-Signature-256"].ToString(), body.GetBuffer().AsSpan(0, (int)body.Length)))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        body.Position = 0;
        http.Request.Body = body;
        await next(http);
    }

    private bool Verify(string header, ReadOnlySpan<byte> body)
    {
        var expected = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(_key, body));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(header), Encoding.ASCII.GetBytes(expected));
    }
}
