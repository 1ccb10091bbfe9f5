using System.Collections.Concurrent;
using Hooklatch.Endpoints;
using Hooklatch.Hosting;
using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Hooklatch.Signing.Schemes;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Transport;

/// <summary>One webhook for each thing that can go wrong on the way in, and a note of what reached its handler.</summary>
internal sealed class TransportPlugin : PluginManifest
{
    public const string Prefix = "/api/plugin/dev.transport/webhook";

    /// <summary>Answers any POST; nothing is verified.</summary>
    public const string Raw = Prefix + "/raw";

    /// <summary>Must never be reached by a smuggled request.</summary>
    public const string Canary = Prefix + "/canary";

    /// <summary>Takes at most <see cref="SmallLimit"/> bytes.</summary>
    public const string Small = Prefix + "/small";

    /// <summary>Wants GitHub's signature with the secret at <see cref="SecretSetting"/>, of at most <see cref="SignedLimit"/> bytes.</summary>
    public const string Signed = Prefix + "/signed";

    /// <summary>Wants the token of <see cref="TokenSetting"/> in the query.</summary>
    public const string Token = Prefix + "/token";

    /// <summary>Fails in its handler.</summary>
    public const string Fails = Prefix + "/fails";

    /// <summary>Answers GET without a body, to show that the host is alive.</summary>
    public const string Health = Prefix + "/health";

    public const long SmallLimit = 16;
    public const long SignedLimit = 64;
    public const string SecretSetting = "Plugins:dev.transport:Secret";
    public const string TokenSetting = "Plugins:dev.transport:Token";

    /// <summary>The endpoint and the length of the body of each delivery that reached a handler.</summary>
    public ConcurrentQueue<(string Endpoint, int Length)> Handled { get; } = new();

    public override string Author => "dev";

    public override string Module => "transport";

    public override bool HasQueryTokens => true;

    public override void MapWebhooks(WebhookMap map)
    {
        var anyone = new NoVerifier("a test");
        map.Add(TestWebhook.Create(map.Plugin, "/raw", anyone, Accept));
        map.Add(TestWebhook.Create(map.Plugin, "/canary", anyone, Accept, method: null));
        map.Add(TestWebhook.Create(map.Plugin, "/small", anyone, Accept, limit: SmallLimit));
        var signed = new SignatureVerifier(map.Plugin, "/signed", new KeyedScheme(map.Plugin, "Secret", new TestSignature()));
        map.Add(TestWebhook.Create(map.Plugin, "/signed", signed, Accept, limit: SignedLimit));
        map.Add(
            TestWebhook.Create(
                map.Plugin,
                "/token",
                new SharedTokenVerifier(map.Plugin, "Token", new TokenScheme { Query = "token" }),
                Accept
            )
        );
        map.Add(TestWebhook.Create(map.Plugin, "/fails", anyone, _ => throw new InvalidOperationException("The handler failed.")));
        map.Add(TestWebhook.Create(map.Plugin, "/health", anyone, Accept, HttpMethods.Get, BodyUse.None));
    }

    private WebhookResult Accept(WebhookContext context)
    {
        Handled.Enqueue((context.Endpoint, context.RawBody.Length));
        return WebhookResult.Empty();
    }
}
