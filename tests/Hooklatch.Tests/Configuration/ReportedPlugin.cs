using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Hooklatch.Signing.Schemes;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Tests.Configuration;

/// <summary>A plugin whose webhooks a test names: what the report at the start says of it.</summary>
internal sealed class ReportedPlugin(string name, params string[] unverified) : PluginManifest
{
    public override string Author => "tests";

    public override string Module => "reported";

    public override string Name => name;

    /// <summary>Why the unverified ones are not verified.</summary>
    public string Reason { get; init; } = "a test";

    /// <summary>Paths of webhooks that take a token, which is in the setting <c>Token</c>.</summary>
    public string[] ByToken { get; init; } = [];

    /// <summary>Paths of routes.</summary>
    public string[] ByRoute { get; init; } = [];

    public override void MapWebhooks(WebhookMap map)
    {
        foreach (var path in unverified)
        {
            Add(map, path, new NoVerifier(Reason));
        }

        foreach (var path in ByToken)
        {
            Add(map, path, new SharedTokenVerifier(map.Plugin, "Token", new TokenScheme { Header = "X-Token" }));
        }
    }

    public override IReadOnlyList<Action<RouteGroupBuilder>> Routes =>
        ByRoute is []
            ? []
            :
            [
                routes =>
                {
                    foreach (var path in ByRoute)
                    {
                        routes.MapGet(path, () => Results.Ok());
                    }
                },
            ];

    private static void Add(WebhookMap map, string path, WebhookVerifier verifier) =>
        map.Add(
            new WebhookEndpoint(
                map.Plugin,
                path,
                new WebhookSender(verifier),
                new WebhookHandler(path, path, _ => ValueTask.FromResult(default(WebhookResult))),
                ["POST"]
            )
            {
                Name = path,
            }
        );
}
