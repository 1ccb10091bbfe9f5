namespace Hooklatch.Benchmarks.Hosts;

/// <summary>Large bodies, read to their end.</summary>
internal static class UploadHooks
{
    /// <summary>A signed form with one file.</summary>
    [Webhook("/upload", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(Secrets.GitHub))]
    public static async Task<string> OnUpload([MaxSize("128MB")] IFormFile file, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        await content.CopyToAsync(Stream.Null, cancellation);
        return $"{file.Length}";
    }

    /// <summary>The whole body as one block, which maps the spool file into memory.</summary>
    [Webhook("/block", Methods = ["POST"], MaxBodySize = 128 << 20)]
    [GitHubSignature(Secret = nameof(Secrets.GitHub))]
    public static Task<string> OnBlock(WebhookContext context) =>
        Task.FromResult($"{context.RawBody.Length - context.RawBody.Span.Count((byte)'\n')}");
}
