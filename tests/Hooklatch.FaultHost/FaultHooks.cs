using Hooklatch;
using Hooklatch.Providers;

[assembly: Plugin("tests", "faults")]

namespace Hooklatch.FaultHost;

[PluginConfig]
internal sealed class FaultConfig
{
    [Secret]
    public string? Secret { get; init; }
}

/// <summary>Does what a delivery says.</summary>
[Webhook("/github", Mode = WebhookMode.Queued)]
[GitHubSignature(Secret = nameof(FaultConfig.Secret))]
internal static class FaultHooks
{
    [OnEvent("push")]
    public static async Task OnPush([FromJson("repository.full_name")] string name, [FromJson("do")] string? what, WebhookContext delivery)
    {
        // Others run beside it.
        await Task.Yield();
        switch (what)
        {
            case "end the process":
                Console.Out.WriteLine($"[ends] {name}");
                Environment.FailFast("A handler ends the process.");
                break;
            case "fail once" when delivery.Attempt == 1:
                throw new InvalidOperationException("A handler fails.");
            default:
                Console.Out.WriteLine($"[handled] {name}: try {delivery.Attempt}");
                break;
        }
    }
}
