using Hooklatch.Tests.Plugin;
using Hooklatch.Tests.Verification;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Tests.Events;

/// <summary>One event whose handler takes a field, one whose handler takes the bytes.</summary>
[Webhook("/events/form", Methods = ["POST"])]
[EventSignature(Secret = nameof(TestConfig.GitHubSecret))]
internal static class FormEventHooks
{
    [OnEvent("field")]
    public static Task<string> OnField([FromForm] string name) => Task.FromResult($"Field {name}");

    [OnEvent("bytes")]
    public static Task<string> OnBytes(WebhookContext context) => Task.FromResult($"Bytes {context.RawBody.Length}");
}
