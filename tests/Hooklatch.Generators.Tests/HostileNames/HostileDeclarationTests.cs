using Hooklatch.Generators.Tests.Fixture;
using static Hooklatch.Generators.Tests.HostileNames.Plugin;

namespace Hooklatch.Generators.Tests.HostileNames;

/// <summary>Declarations that C# allows and few authors write.</summary>
public sealed class HostileDeclarationTests
{
    [Fact]
    public void Handlers_outside_any_namespace_and_deep_inside_classes() =>
        Compiles(
            """
            [assembly: Plugin("dev", "sample")]

            internal struct Outer
            {
                internal sealed record Middle
                {
                    internal readonly struct Inner
                    {
                        [Webhook("/hook")]
                        [Unverified("sample")]
                        internal async ValueTask On(CancellationToken cancellation) => await Task.Delay(0, cancellation);
                    }
                }
            }
            """,
            "Outer_Middle_Inner_Handlers.g.cs"
        );

    /// <summary>What an author sees between two keys: the compiler rejects the method, and whatever else the plugin has stays.</summary>
    [Theory]
    [InlineData("[Webhook(\"/typed\"), Unverified(\"sample\")] public static Task Typed() => Task.CompletedTask;")]
    [InlineData(
        "[OnEvent(\"push\"), Webhook(\"/typed\"), GitHubSignature(Secret = \"A\")] public static Task Typed() => Task.CompletedTask;"
    )]
    [InlineData("[PluginServices] public static void Typed(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }")]
    [InlineData("[PluginRoutes] public static void Typed(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder routes) { }")]
    [InlineData("public class { [Webhook(\"/typed\"), Unverified(\"sample\")] public static Task Typed() => Task.CompletedTask; }")]
    public void A_method_outside_of_every_type(string method)
    {
        const string Others = """
            public static class Others { [Webhook("/other")] [Unverified("sample")] public static Task On() => Task.CompletedTask; }
            """;

        Assert.Equal(Project.Plugin(Others).Generate().Files, Project.Plugin(Others, $"namespace Sample {{ {method} }}").Generate().Files);
    }

    [Fact]
    public void Obsolete_types_and_members() =>
        Compiles(
            """
            using System.Text.Json.Serialization;
            [assembly: Plugin("dev", "sample")]

            namespace Sample;
            #pragma warning disable CS0612, CS0618

            [Obsolete]
            public enum Level { [Obsolete("too low")] Low }

            [Obsolete("use another")]
            public sealed record Answer(string Text);

            [Obsolete("use another"), JsonSerializable(typeof(Answer))]
            internal sealed partial class SampleJson : JsonSerializerContext;

            [Obsolete("use another"), PluginConfig]
            public sealed class SampleConfig
            {
                [Obsolete("use another")] public string? Old { get; init; }
            }

            [Obsolete("use another")]
            public sealed class OldSignatureAttribute : SignatureAttribute;

            [Obsolete("use another"), GitHubSignature(Secret = "Old")]
            public sealed class Hooks(SampleConfig config)
            {
                [Obsolete("use another"), Webhook("/hook")]
                public Task<Answer> On(Level level = Level.Low) => Task.FromResult(new Answer(config.Old ?? level.ToString()));
            }
            """,
            "Hooks_Handlers.g.cs"
        );

    [Fact]
    public void Sources_without_nullable_annotations() =>
        Compiles(
            """
            #nullable disable
            using System.Text.Json.Nodes;
            using System.Text.Json.Serialization;
            using Microsoft.AspNetCore.Mvc;
            [assembly: Plugin("dev", "sample")]

            namespace Sample;

            public sealed class Answer { public string Text { get; set; } }

            [JsonSerializable(typeof(Answer))]
            internal sealed partial class SampleJson : JsonSerializerContext;

            [PluginConfig]
            public sealed class SampleConfig
            {
                [Secret] public string Token { get; set; }
                public Uri Address { get; set; }
                public string[] Names { get; set; }
                public Dictionary<string, string> Labels { get; set; }
                public Inner Inner { get; set; }
            }

            public sealed class Inner { public string Text { get; set; } }

            [SharedToken(Header = "X-Token", Secret = nameof(SampleConfig.Token))]
            public sealed class Hooks(SampleConfig config)
            {
                [Webhook("/hook")]
                public Task<Answer> On(
                    [FromHeader] string text, [FromQuery] string[] texts, Answer body, string none = null, System.Net.IPAddress address = null,
                    [FromServices] SampleConfig again = null) => Task.FromResult(new Answer { Text = config.Token });

                [Webhook("/node")]
                public Task<(JsonNode, int)> OnNode(JsonObject body = null) => Task.FromResult(((JsonNode)body, 200));

                [Webhook("/json")]
                public Task<string> OnJson([FromJson("a")] string a, [FromJson("b[*].c")] string[] b) => Task.FromResult(a);
            }
            """,
            endpoints: 3
        );

    [Fact]
    public void Nullable_annotations_inside_of_types() =>
        Compiles(
            """
            using System.Text.Json.Serialization;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Logging;
            [assembly: Plugin("dev", "sample")]

            public interface IStore<T>;

            [JsonSerializable(typeof(Dictionary<string, List<string>>))]
            internal sealed partial class SampleJson : JsonSerializerContext;

            [PluginConfig]
            public sealed class SampleConfig
            {
                public string?[]? Texts { get; init; }
                public Dictionary<string, string>? Labels { get; init; }
                public System.Net.IPAddress? Address { get; init; }
            }

            [Unverified("sample")]
            public sealed class Hooks(IStore<string?> store, ILogger<List<Hooks?>>? logger)
            {
                [Webhook("/hook")]
                public Task<Dictionary<string, List<string?>?>?> On(
                    [FromBody] Dictionary<string, List<string?>?> body, IStore<List<string?>>? maybe, [FromQuery] string?[] texts,
                    [FromQuery] System.Net.IPAddress?[]? addresses) => Task.FromException<Dictionary<string, List<string?>?>?>(new WebhookException(500, $"{store}{logger}"));

                [Webhook("/status")]
                public Task<(List<string?>? Body, int Status)> OnStatus([FromBody] Dictionary<string, List<string?>> body = null!) =>
                    Task.FromResult<(List<string?>?, int)>((null, 204));
            }
            """,
            endpoints: 2
        );

    [Fact]
    public void Configurations_that_override_and_hide() =>
        Compiles(
            """
            [assembly: Plugin("dev", "sample")]

            public class Base
            {
                public virtual string Overridden { get; set; } = "base";
                public string? Hidden { get; set; }
                public string? Kept { get; set; }
            }

            [PluginConfig]
            internal sealed class SampleConfig : Base
            {
                public override string Overridden { get; set; } = "own";
                public new int Hidden { get; set; }
            }
            """,
            "SampleConfig_Binder.g.cs"
        );

    [Fact]
    public void Configurations_and_contexts_that_nobody_else_can_see_are_left_alone() =>
        Compiles(
            """
            using System.Text.Json.Serialization;
            [assembly: Plugin("dev", "sample")]

            public static partial class Outer
            {
                [PluginConfig] private sealed class SampleConfig { public string? Text { get; init; } }

                [JsonSerializable(typeof(int[]))] private sealed partial class SampleJson : JsonSerializerContext;
            }
            """,
            "Manifest.g.cs"
        );

    [Fact]
    public void A_service_without_a_key_of_its_own() =>
        Compiles(
            """
            using Microsoft.Extensions.DependencyInjection;
            [assembly: Plugin("dev", "sample")]

            public interface IClock;

            [Unverified("sample")]
            public sealed class Hooks([FromKeyedServices] IClock inherited, [FromKeyedServices(null)] IClock none, [FromKeyedServices(typeof(List<Hooks>))] IClock type)
            {
                [Webhook("/hook")] public Task On() => Task.FromResult((inherited, none, type));
            }
            """,
            "Hooks_Handlers.g.cs"
        );
}
