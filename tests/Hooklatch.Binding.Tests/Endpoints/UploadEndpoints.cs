using static Hooklatch.Binding.Tests.Echo;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Bodies that are handed over while they arrive.</summary>
[Unverified("tests of streaming")]
internal static class UploadEndpoints
{
    [Webhook("/upload/parts", MaxBodySize = 4096)]
    public static async Task<string> Parts(IAsyncEnumerable<UploadedPart> parts)
    {
        var seen = new List<object?>();
        await foreach (var part in parts)
        {
            using var content = new StreamReader(part.Body);
            seen.Add($"{part.Name} {part.FileName} {part.ContentType} {await content.ReadToEndAsync()}");
        }

        return await Of(seen);
    }

    [Webhook("/upload/first")]
    public static async Task<string> First(IAsyncEnumerable<UploadedPart> parts)
    {
        await foreach (var part in parts)
        {
            return part.Name;
        }

        return "none";
    }

    [Webhook("/upload/stream")]
    public static async Task<string> Stream(Stream body)
    {
        var first = new byte[5];
        await body.ReadExactlyAsync(first);
        return await Of(first);
    }
}
