using Microsoft.Extensions.Logging;

namespace Example;

/// <summary>What HookProvider sends.</summary>
/// <param name="config">The settings of the plugin.</param>
/// <param name="logger">Writes to the log of the host.</param>
internal sealed class HookProviderHooks(HooksConfig config, ILogger<HookProviderHooks> logger)
{
    /// <summary>Takes a delivery once its signature is verified.</summary>
    [Webhook("/hook-endpoint", Methods = ["POST"])]
    [HookProviderSignature(Secret = nameof(HooksConfig.WebhookSecret))]
    public Task<string> OnDelivery([FromJson("hook.json.path")] string subject)
    {
        logger.LogInformation("A delivery about {Subject}", subject);
        return Task.FromResult($"{config.Greeting} {subject}");
    }
}
