using System.Text;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.TestKit.Bodies;

/// <summary>Writes forms, and reads them from memory and through windows of every size.</summary>
internal static class TestForms
{
    public const string UrlEncoded = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data; boundary=b";

    public static FormReadResult Read(string body, string contentType, FormLimits? limits = null) =>
        FormReader.Read(Encoding.UTF8.GetBytes(body), contentType, limits);

    public static IFormCollection ReadValid(string body, string contentType, FormLimits? limits = null)
    {
        var result = Read(body, contentType, limits);
        Assert.Null(result.Failure);
        return result.Form!;
    }

    public static FormFailure ReadRejected(string body, string contentType, FormLimits? limits = null)
    {
        var result = Read(body, contentType, limits);
        Assert.Null(result.Form);
        return result.Failure!;
    }

    /// <summary>From memory, and from bodies that give a few bytes at a time.</summary>
    public static async Task<FormReadResult[]> ReadInEveryWayAsync(byte[] body, string contentType, FormLimits? limits = null)
    {
        limits ??= FormLimits.Default;
        var results = new List<FormReadResult> { FormReader.Read(body, contentType, limits) };
        foreach (var piece in new[] { 1, 3, 7, 1000 })
        {
            results.Add(await FormReader.ReadAsync(new TricklingBody(body, piece), contentType, limits, CancellationToken.None));
        }

        return [.. results];
    }

    /// <summary>As a spooled body is read: in windows of 64 KiB.</summary>
    public static async Task<FormReadResult> ReadSpooledAsync(byte[] body, string contentType) =>
        await FormReader.ReadAsync(new TricklingBody(body, int.MaxValue), contentType, FormLimits.Default, CancellationToken.None);

    public static string Part(string disposition, string value, string headers = "") =>
        $"--b\r\nContent-Disposition: {disposition}\r\n{headers}\r\n{value}\r\n";

    public static string Field(string name, string value) => Part($"form-data; name=\"{name}\"", value);

    public static string File(string name, string fileName, string content) =>
        Part($"form-data; name=\"{name}\"; filename=\"{fileName}\"", content, "Content-Type: text/plain\r\n");

    public static string Whole(params string[] parts) => string.Concat(parts) + "--b--\r\n";

    /// <summary>Behaves as a spooled body whose reads are short.</summary>
    private sealed class TricklingBody(byte[] bytes, int piece) : WebhookBody(bytes.Length, share: null)
    {
        public override bool IsSpooled => true;

        protected override ReadOnlyMemory<byte> GetMemory() => throw new InvalidOperationException("A spooled form is not mapped.");

        protected override int ReadCore(long offset, Span<byte> destination)
        {
            var count = Math.Min(Math.Min(piece, destination.Length), bytes.Length - (int)offset);
            bytes.AsSpan((int)offset, count).CopyTo(destination);
            return count;
        }

        public override async ValueTask<int> ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation) =>
            ReadCore(offset, destination.Span);

        protected override void Release() { }
    }
}
