using Hooklatch.Cli.Tests.Harness;
using Hooklatch.Generated.dev.providers;
using Hooklatch.Providers;
using Hooklatch.Signing;
using Hooklatch.Verification.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Cli.Tests.Sending;

/// <summary><c>send</c> succeeds against every endpoint of the providers' plugin: a real host verifies what the tool signs.</summary>
public sealed class SendToHostTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestHost _host = null!;

    public static TheoryData<string, string> Endpoints => new(PresetUse.All.Select(use => (use.Preset, use.Endpoint)));

    public async ValueTask InitializeAsync() =>
        _host = await TestHost.StartAsync(
            new TestHostSetup
            {
                Time = _clock,
                Configure = builder =>
                {
                    builder.Services.AddWebhookSigningKeys<CircleSignatureAttribute>(_ => new ConfiguredKeys(builder.Configuration));
                    builder.Services.AddHooklatch(builder.Configuration, new Manifest());
                },
                Use = app => app.MapHooklatch(),
            }
        );

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory, MemberData(nameof(Endpoints))]
    public async Task Send_is_accepted_by_the_endpoint_of_its_provider(string preset, string endpoint)
    {
        var use = PresetUse.All.Single(use => use.Endpoint == endpoint);
        var keys = TestKeys.Of(preset);
        var settings = TestKeys.Settings.GetValueOrDefault(preset, []);
        Configure(use, keys, settings);
        using var folder = new TemporaryFolder();
        folder.Write("secret", keys.Signing + "\n");
        var url = new Uri(_host.Http1, $"/api/plugin/dev.providers/webhook{endpoint}");
        string[] args =
        [
            "send",
            preset,
            "--url",
            url.AbsoluteUri,
            "--secret-file",
            folder.PathOf("secret"),
            .. settings.SelectMany(setting => (string[])["--setting", $"{setting.Name}={setting.Value}"]),
            .. SharedKeyOf(use) is not null ? ["--setting", $"SharedKey={keys.Signing}"] : Array.Empty<string>(),
            .. TimestampHeaderOf(use) is { } header ? ["--setting", $"TimestampHeader={header}"] : Array.Empty<string>(),
        ];

        var sent = await new ToolRun { Time = _clock }.RunAsync(args);

        Assert.True(sent.Code == ExitCode.Done, sent.ToString());
        Assert.Contains("\"status\":\"verified\"", sent.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_with_another_secret_is_refused()
    {
        var use = PresetUse.All.Single(use => use.Endpoint == "/github");
        Configure(use, new TestKeys("right", "right"), []);

        var sent = await new ToolRun { Time = _clock }.RunAsync(
            "send",
            "github",
            "--url",
            new Uri(_host.Http1, "/api/plugin/dev.providers/webhook/github").AbsoluteUri,
            "--secret",
            "wrong"
        );

        Assert.Equal(ExitCode.Failed, sent.Code);
        Assert.StartsWith("403 in", sent.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_preset_has_an_endpoint_in_the_sample()
    {
        var tried = PresetUse.All.Select(use => use.Preset).ToHashSet();

        // FusionAuth's other algorithm is the same class.
        Assert.Equal(["fusionauth-hs256"], Hooklatch.Cli.Catalog.PresetCatalog.Names.Except(tried));
    }

    private void Configure(PresetUse use, TestKeys keys, (string Name, string Value)[] settings)
    {
        const string Plugin = "Plugins:dev.providers:";
        var isSecret = use.Attribute is ISignable signable && signable.CreateSigner().KeyKind is SignerKeyKind.Secret;
        var path = isSecret
            ? use.Attribute.Secret ?? SharedKeyOf(use)
            : use.Attribute.PublicKey ?? CertificateOf(use) ?? "CircleByHostPublicKey";
        _host.Configuration.Change([
            ("Hooklatch:PublicUrl", _host.Http1.AbsoluteUri),
            (Plugin + "PublicUrl", _host.Http1.GetLeftPart(UriPartial.Authority)),
            ($"{Plugin}{path}:0", path is not null && CertificateOf(use) == path ? keys.ToCertificate() : keys.Verifying),
            .. settings.Select(setting =>
                ($"{Plugin}{use.Attribute.GetType().GetProperty(setting.Name)!.GetValue(use.Attribute)}:0", (string?)setting.Value)
            ),
        ]);
    }

    private static string? CertificateOf(PresetUse use) =>
        (string?)use.Attribute.GetType().GetProperty("Certificate")?.GetValue(use.Attribute);

    private static string? SharedKeyOf(PresetUse use) => (use.Attribute as TwilioSignatureAttribute)?.SharedKey;

    private static string? TimestampHeaderOf(PresetUse use) => (use.Attribute as GrafanaSignatureAttribute)?.TimestampHeader;

    /// <summary>As the sample host tells keys: from a setting.</summary>
    private sealed class ConfiguredKeys(IConfiguration configuration) : ISigningKeySource
    {
        public ValueTask<SigningKeys> FindAsync(SigningKeyRequest request, CancellationToken cancellation) =>
            new(SigningKeys.Read(configuration[$"Plugins:{request.Plugin}:CircleByHostPublicKey:0"] ?? ""));
    }
}
