using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using static Hooklatch.Binding.Tests.Echo;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Bodies that are handed over as they are, after they were verified.</summary>
[GitHubSignature(Secret = nameof(BindingConfig.SigningKey))]
internal static class SignedEndpoints
{
    [Webhook("/signed/stream")]
    public static Task<string> Stream(Stream body) => Read(body);

    [Webhook("/signed/pipe")]
    public static Task<string> Pipe(PipeReader body) => Read(body.AsStream());

    [Webhook("/signed/request")]
    public static Task<string> Request(HttpRequest request) => Read(request.Body);

    [Webhook("/signed/form")]
    public static async Task<string> Form(HttpRequest request, IFormCollection form) =>
        await Of(await request.ReadFormAsync(), ReferenceEquals(request.Form, form));

    [Webhook("/signed/memory")]
    public static Task<string> Memory(ReadOnlyMemory<byte> body) => Task.FromResult(Encoding.UTF8.GetString(body.Span));

    [Webhook("/signed/context")]
    public static Task<string> Context(WebhookContext context) => Task.FromResult(Encoding.UTF8.GetString(context.RawBody.Span));

    private static async Task<string> Read(Stream body)
    {
        using var reader = new StreamReader(body);
        return await reader.ReadToEndAsync();
    }
}
