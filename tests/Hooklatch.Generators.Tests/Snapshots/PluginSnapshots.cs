using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Snapshots;

/// <summary>The files that a plugin has once: configuration, JSON, manifest.</summary>
public sealed class PluginSnapshots
{
    [Fact]
    public void A_configuration() =>
        Snapshot.Verify(
            Project
                .Plugin(
                    """
                    public enum Mode { Fast, Safe }

                    public class BaseConfig
                    {
                        public virtual string Inherited { get; init; } = "base";
                    }

                    public sealed class StripeConfig
                    {
                        [Secret] public required string[] Secrets { get; init; }
                        public RetryConfig? Retry { get; init; }
                    }

                    public sealed class RetryConfig
                    {
                        public required int Times { get; init; }
                        public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);
                    }

                    [PluginConfig]
                    public sealed class SampleConfig : BaseConfig
                    {
                        [Secret] public string? Token { get; init; }
                        public required string Name { get; init; }
                        public string Greeting { get; init; } = "Hello";
                        public override string Inherited { get; init; } = "own";
                        public bool Active { get; init; } = true;
                        public int Limit { get; init; } = 10;
                        public int? Maximum { get; init; }
                        public decimal Price { get; set; }
                        public Mode Mode { get; init; } = Mode.Safe;
                        public Mode? Other { get; init; }
                        public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);
                        public DateTimeOffset? Since { get; init; }
                        public Uri? Callback { get; init; }
                        public Uri Home { get; init; } = new("https://example.test");
                        public string[] Chats { get; init; } = [];
                        public int[]? Ports { get; init; }
                        public List<string> Names { get; init; } = [];
                        public IReadOnlyList<Guid> Ids { get; init; } = [];
                        public IList<TimeSpan>? Delays { get; init; }
                        public Dictionary<string, string> Labels { get; init; } = [];
                        public IReadOnlyDictionary<string, string>? More { get; init; }
                        public StripeConfig? Stripe { get; init; }
                        public RetryConfig Retry { get; init; } = new() { Times = 3 };
                        public string Computed => Name + Greeting;
                        private int Hidden { get; set; }
                        public static int Shared { get; set; }
                    }
                    """
                )
                .Generate(),
            only: "SampleConfig"
        );

    [Fact]
    public void A_configuration_with_rules_texts_and_secrets_by_tenant() =>
        Snapshot.Verify(
            Project
                .Plugin(
                    """"
                    using System.ComponentModel.DataAnnotations;

                    namespace Shop;

                    [PluginConfig]
                    public sealed class ShopConfig
                    {
                        /// <summary>
                        /// How many <see cref="Tenant">tenants</see> there may be,
                        /// at "most" &amp; at all: <see cref="Shop.Tenant.Key"/>.
                        /// </summary>
                        [Range(1, 9)] public int Limit { get; init; } = -1;
                        public string Greeting { get; init; } = "\"\"\"";
                        public double[] Rates { get; init; } = [];
                        public Retry Retry { get; init; } = new();
                        public Dictionary<string, Tenant> Tenants { get; init; } = [];
                    }

                    public sealed class Retry
                    {
                        public int Times { get; init; } = 3;
                    }

                    public sealed partial record Tenant
                    {
                        [Secret] public string? Key { get; init; }
                        [Secret] public string[] OldKeys { get; init; } = [];
                        [StringLength(20)] public string? Name { get; init; }
                    }
                    """"
                )
                .Generate(),
            only: "ShopConfig"
        );

    [Fact]
    public void A_manifest_with_everything() =>
        Snapshot.Verify(
            Project
                .Library(
                    """
                    using System.Text.Json.Serialization;
                    using Microsoft.Extensions.Configuration;
                    using Microsoft.Extensions.DependencyInjection;
                    using Microsoft.Extensions.Logging;

                    [assembly: Plugin("dev", "sample_webhook", Name = "Sample webhook", Description = "Shows what a plugin can do.")]

                    namespace Sample;

                    [PluginConfig]
                    public sealed class SampleConfig
                    {
                        [Secret] public string? Token { get; init; }
                    }

                    [JsonSerializable(typeof(string[]))]
                    internal sealed partial class SampleJson : JsonSerializerContext;

                    public interface IGreeter;

                    public interface IClock;

                    [PluginExport(typeof(IGreeter)), PluginExport(typeof(IClock))]
                    internal sealed class Greeter(SampleConfig config, ILogger logger) : IGreeter, IClock
                    {
                        public override string ToString() => $"{config}{logger}";
                    }

                    internal sealed class Lifecycle(IServiceProvider services, IPluginStorage storage, IGreeter? greeter) : IPluginLifecycle
                    {
                        public override string ToString() => $"{services}{storage}{greeter}";

                        [PluginRoutes]
                        public static void Map(Microsoft.AspNetCore.Routing.RouteGroupBuilder routes) { }

                        [PluginServices]
                        public static void Configure(IServiceCollection services) { }

                        [PluginServices]
                        internal static void @checked(IServiceCollection services, IConfiguration configuration) { }
                    }

                    public static class Hooks
                    {
                        [Webhook("/b", Methods = ["POST"])]
                        [SharedToken(Query = "token", Secret = "Token")]
                        public static Task OnB() => Task.CompletedTask;

                        [Webhook("/a", Methods = ["GET", "DELETE"])]
                        [Unverified("sample")]
                        public static Task OnA() => Task.CompletedTask;

                        [Webhook("/A")]
                        [Unverified("sample")]
                        public static Task OnCapitalA() => Task.CompletedTask;
                    }
                    """
                )
                .Generate(),
            only: "Manifest"
        );

    [Fact]
    public void A_manifest_with_nothing() => Snapshot.Verify(Project.Plugin().Generate());

    [Fact]
    public void What_a_manifest_asks_of_dependency_injection() =>
        Snapshot.Verify(
            Project
                .Plugin(
                    """
                    using Hooklatch.Verification;
                    using Microsoft.AspNetCore.Http;
                    using Microsoft.AspNetCore.Mvc;
                    using Microsoft.Extensions.DependencyInjection;
                    using Microsoft.Extensions.Logging;
                    using Microsoft.Extensions.Options;

                    namespace Sample;

                    public interface IClock;

                    public interface IStore<T>;

                    public sealed class Limits;

                    [PluginConfig]
                    public sealed class Config
                    {
                        public int Most { get; init; }
                    }

                    public sealed class Tenants(IStore<string> store) : ISecretSource
                    {
                        public ValueTask<IReadOnlyList<string>?> GetSecretsAsync(SecretRequest request, CancellationToken cancellation) =>
                            throw new NotSupportedException($"{store}");
                    }

                    internal sealed class Lifecycle(IClock clock) : IPluginLifecycle
                    {
                        public override string ToString() => $"{clock}";
                    }

                    public sealed class Hooks(
                        IClock clock, ILogger<Hooks> logger, ILogger own, IPluginStorage storage, Config config, IPluginConfig<Config> live,
                        IServiceProvider services, HttpContext http, IOptions<Limits> limits, IOptionsMonitor<LoggerFilterOptions> filters)
                    {
                        [Webhook("/one")]
                        [Unverified("a sample")]
                        public Task<string> One([FromServices] Limits taken, [FromKeyedServices("blue")] IClock keyed, IClock? maybe, IClock otherwise = null!) =>
                            Task.FromResult($"{clock}{logger}{own}{storage}{config}{live}{services}{http}{limits}{filters}{keyed}{maybe}{otherwise}{taken}");
                    }

                    [Webhook("/events")]
                    [GitHubSignature(SecretSource = typeof(Tenants))]
                    public static class EventHooks
                    {
                        [OnEvent("push")]
                        public static Task OnPush([FromKeyedServices("blue")] IClock keyed) => Task.CompletedTask;
                    }
                    """
                )
                .Generate(),
            "Manifest.g.cs"
        );

    [Fact]
    public void Serializer_contexts() =>
        Snapshot.Verify(
            Project
                .Plugin(
                    """
                    using System.Text.Json;
                    using System.Text.Json.Serialization;

                    namespace Sample;

                    [JsonSerializable(typeof(string[]))]
                    internal sealed partial class PlainJson : JsonSerializerContext;

                    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
                    [JsonSerializable(typeof(int[]))]
                    internal sealed partial class SnakeJson : JsonSerializerContext;

                    public static partial class Outer
                    {
                        [JsonSerializable(typeof(long[]))]
                        internal sealed partial class NestedJson : JsonSerializerContext;
                    }
                    """
                )
                .Generate(),
            only: "Json"
        );
}
