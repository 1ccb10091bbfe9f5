using Hooklatch;
using Hooklatch.Providers;

namespace Providers;

/// <summary>Providers that sign the body alone.</summary>
internal static class BodySignatureHooks
{
    [Webhook("/github", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(ProvidersConfig.GitHubSecret))]
    public static Task<Verified> GitHub(WebhookContext context) => Verified.By("github", context);
}
