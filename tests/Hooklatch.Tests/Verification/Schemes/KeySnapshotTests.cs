using System.Security.Cryptography;
using System.Text;
using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Deliveries;
using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Plugins;
using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;
using Hooklatch.Tests.Hosting;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>A delivery that several schemes must sign is verified with the keys of one moment, whenever they are changed.</summary>
public sealed class KeySnapshotTests
{
    private const string Setting = "Plugins:tests.bench:Keys";
    private static readonly byte[] Body = "{}"u8.ToArray();

    private readonly LiveConfiguration _configuration = new();
    private readonly PluginScope _plugin;

    public KeySnapshotTests()
    {
        _configuration.Change((Setting, "old"));
        var root = new ConfigurationBuilder().Add(_configuration).Build();
        _plugin = new PluginScope(new Manifest(), new PluginConfiguration(root, "tests", "bench"));
    }

    [Theory]
    [InlineData("old", "old", true)]
    [InlineData("old", "new", false)]
    [InlineData("new", "new", false)]
    public async Task A_rotation_after_the_headers_does_not_mix_keys(string first, string second, bool isVerified)
    {
        var verifier = new SignatureVerifier(_plugin, "/hook", Keyed(new Scheme("X-One")), Keyed(new Scheme("X-Two")))
        {
            RequiresAll = true,
        };

        Assert.Equal(isVerified, await VerifyAsync(verifier, first, second, () => _configuration.Change((Setting, "new"))));
    }

    /// <summary>The first scheme has read the old key when the configuration changes; the second one would read the new one.</summary>
    [Theory]
    [InlineData("old", "new", false)]
    [InlineData("new", "new", true)]
    public async Task A_rotation_between_two_schemes_does_not_mix_keys(string first, string second, bool isVerified)
    {
        var isChanged = false;
        var verifier = new SignatureVerifier(
            _plugin,
            "/hook",
            Keyed(
                new Scheme("X-One")
                {
                    WhilePreparing = () =>
                    {
                        if (!isChanged)
                        {
                            isChanged = true;
                            _configuration.Change((Setting, "new"));
                        }
                    },
                }
            ),
            Keyed(new Scheme("X-Two"))
        )
        {
            RequiresAll = true,
        };

        Assert.Equal(isVerified, await VerifyAsync(verifier, first, second));
    }

    /// <summary>A configuration that never stands still costs a few reads, not the request.</summary>
    [Fact]
    public async Task A_configuration_that_changes_with_every_read_is_read_a_few_times()
    {
        var reads = 0;
        var verifier = new SignatureVerifier(
            _plugin,
            "/hook",
            Keyed(new Scheme("X-One") { WhilePreparing = () => _configuration.Change((Setting, $"key {++reads}")) }),
            Keyed(new Scheme("X-Two"))
        );

        Assert.False(await VerifyAsync(verifier, "old", "new"));
        Assert.InRange(reads, 2, 16);
    }

    private async Task<bool> VerifyAsync(SignatureVerifier verifier, string first, string second, Action? between = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-One"] = Sign(first);
        http.Request.Headers["X-Two"] = Sign(second);
        var context = new Delivery(null!, http, DateTimeOffset.UnixEpoch);
        if (await verifier.CheckHeadersAsync(context, http) is not null)
        {
            return false;
        }

        between?.Invoke();
        using var verification = verifier.BeginBody(context, http);
        verification.Append(Body);
        return await verification.CompleteAsync(context, new MemoryBody(Body)) is null;
    }

    private static string Sign(string key) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Body));

    private KeyedScheme Keyed(SignatureScheme scheme) => new(_plugin, "Keys", scheme);

    private sealed class Scheme(string header) : HmacScheme(HmacAlgorithm.Sha256)
    {
        public Action? WhilePreparing { get; init; }

        protected override string SignatureHeader => header;

        /// <summary>Asked for by whoever makes a key ready.</summary>
        protected override KeyEncoding KeyEncoding
        {
            get
            {
                WhilePreparing?.Invoke();
                return KeyEncoding.Utf8;
            }
        }

        protected override void Append(ref SignedContent content) => content.AppendBody();
    }

    private sealed class Manifest : PluginManifest
    {
        public override string Author => "tests";

        public override string Module => "bench";

        public override void MapWebhooks(WebhookMap map) { }
    }
}
