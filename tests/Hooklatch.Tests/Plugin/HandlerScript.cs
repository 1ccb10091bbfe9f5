using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Plugin;

/// <summary>What a handler does: what the test says.</summary>
public sealed class HandlerScript
{
    public Func<WebhookContext, Task<IResult?>> RunAsync { get; set; } = _ => Task.FromResult<IResult?>(null);

    public string? Text { get; set; }

    public int Status { get; set; } = StatusCodes.Status200OK;
}
