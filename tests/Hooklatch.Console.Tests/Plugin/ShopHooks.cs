using System.ComponentModel.DataAnnotations;
using Hooklatch.Providers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Console.Tests.Plugin;

/// <summary>Webhooks in each state, of which each notes that it ran.</summary>
internal sealed class ShopHooks(ShopCalls calls)
{
    [Webhook("/stripe", Description = "Takes payments.", Methods = ["POST"])]
    [StripeSignature(Secret = nameof(ShopConfig.StripeSecret))]
    public Task OnPayment([FromJson("data.object.amount")] long amount, [FromJson("data.object.metadata.order")] string order) =>
        calls.RunAsync($"OnPayment {amount} {order}");

    [Webhook("/github_all")]
    [GitHubSignature(Secret = nameof(ShopConfig.GitHubSecrets))]
    public Task OnAnything([FromHeader(Name = "X-GitHub-Event")] string name) => calls.RunAsync($"OnAnything {name}");

    [Webhook("/token")]
    [SharedToken(Header = "X-Shop-Token", Secret = nameof(ShopConfig.Token))]
    public Task<string> OnToken([FromJson("order.id")] int id, [FromHeader(Name = "X-Kind")] string kind)
    {
        return calls.RunAsync($"OnToken {id} {kind}", "taken");
    }

    [Webhook("/open/{shop}")]
    [Unverified("A test.")]
    public Task OnOpen() => calls.RunAsync("OnOpen");

    [Webhook("/mail")]
    [SendGridSignature(PublicKey = nameof(ShopConfig.MailKey), ToleranceSeconds = 300)]
    public Task OnMail(ReadOnlyMemory<byte> body) => calls.RunAsync($"OnMail {body.Length}");

    [Webhook("/limits")]
    [Unverified("A test.")]
    public Task OnPaging([AsParameters] ShopPaging paging) => calls.RunAsync($"OnPaging {paging.Page}");

    [Webhook("/form")]
    [Unverified("A test.")]
    public Task OnForm([FromForm] string name) => calls.RunAsync($"OnForm {name}");

    [Webhook("/queued", Mode = WebhookMode.Queued)]
    [SharedToken(Header = "X-Shop-Token", Secret = nameof(ShopConfig.Token))]
    public Task OnQueued([FromJson("id")] string id) => calls.RunAsync($"OnQueued {id}");
}
