using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.HostileNames;

/// <summary>Whatever an author may call things: the generated code compiles without a warning, and no handler is lost.</summary>
public sealed class HostileNameTests
{
    [Fact]
    public void Keywords_everywhere() =>
        Compiles(
            """
            using System.Text.Json.Serialization;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.DependencyInjection;

            [assembly: Plugin("class", "namespace")]

            namespace @namespace.@event;

            public enum @enum { @default, @null, @await }

            public interface @interface;

            [PluginConfig]
            public sealed class @object
            {
                [Secret] public string? @string { get; init; }
                public required int @int { get; init; }
                public @enum @switch { get; init; }
                public @new? @new { get; init; }
            }

            public sealed class @new
            {
                public required string @params { get; init; }
            }

            public sealed record @record(string @string);

            // System.Text.Json's own generator does not cope with a context whose name is a keyword.
            [JsonSerializable(typeof(@record))]
            internal sealed partial class Context : JsonSerializerContext;

            [SharedToken(Header = "class", Secret = nameof(@object.@string))]
            public sealed class @class(@object @this, [FromKeyedServices(@enum.@null)] @interface @base)
            {
                [Webhook("/class")]
                public Task<@record> @async(
                    [FromQuery] string @class, [FromHeader] @enum @event, [FromBody] @record @return, [FromServices] @interface? @void,
                    int @await = 1, @enum @default = @enum.@default) => throw new WebhookException(500, $"{@this}{@base}");

                [Webhook("/json")]
                public Task<@record> @await([FromJson("a")] string @out, [FromJson("b")] @enum @ref = @enum.@await) => throw new WebhookException(500, "");
            }
            """,
            "class_async.g.cs",
            "class_await.g.cs",
            "object_Binder.g.cs"
        );

    [Fact]
    public void A_class_that_is_called_await() =>
        Compiles(
            """
            [assembly: Plugin("dev", "sample")]

            namespace @await;

            #pragma warning disable CS8981 // Names of small letters only.
            public sealed class @var;

            [Unverified("sample")]
            public sealed class @await(@var? @field = null)
            {
                [Webhook("/hook")]
                public Task @yield() => Task.FromResult(@field);
            }
            """,
            "await_yield.g.cs"
        );

    [Theory]
    [InlineData("System", "Text")]
    [InlineData("Hooklatch", "Binding")]
    [InlineData("Hooklatch", "Hooklatch")]
    [InlineData("Microsoft", "AspNetCore")]
    [InlineData("global", "System")]
    [InlineData("Manifest", "Json")]
    [InlineData("__arglist", "_")]
    public void Plugins_that_are_called_like_a_namespace(string author, string module) =>
        Compiles($"""[assembly: Plugin("{author}", "{module}")]""" + Everything("Sample"), "Hooks_On.g.cs", "SampleConfig_Binder.g.cs");

    [Theory]
    [InlineData("Hooklatch.Sample")]
    [InlineData("Hooklatch.Plugins.Dev")]
    [InlineData("Hooklatch.Plugins.dev.sample.Handlers")]
    [InlineData("System.Sample")]
    [InlineData("Microsoft.AspNetCore.Sample")]
    [InlineData("Sample.Hooklatch.System.Microsoft")]
    [InlineData("Plugins.Binding")]
    public void Authors_in_namespaces_that_hide_ours(string scope) =>
        Compiles(Project.Attribute + Everything(scope), "Hooks_On.g.cs", "SampleConfig_Binder.g.cs");

    [Theory]
    [InlineData("Json")]
    [InlineData("Manifest")]
    [InlineData("Verification")]
    [InlineData("Payload")]
    [InlineData("BodyType")]
    [InlineData("HooklatchLink")]
    [InlineData("Equals")]
    public void Types_that_are_called_like_generated_ones(string name) =>
        Compiles(
            $$"""
            using System.Text.Json.Serialization;
            [assembly: Plugin("dev", "sample")]
            namespace Sample;

            public sealed record {{name}}Body(int Number);

            [JsonSerializable(typeof({{name}}Body))]
            internal sealed partial class {{name}} : JsonSerializerContext;

            [GitHubSignature(Secret = "Secret")]
            public static class Hooks
            {
                [Webhook("/hook")]
                public static Task<{{name}}Body> On({{name}}Body body) => Task.FromResult(body);
            }
            """,
            "Hooks_On.g.cs"
        );

    [Theory]
    [InlineData("Task")]
    [InlineData("ValueTask")]
    [InlineData("WebhookContext")]
    [InlineData("WebhookResult")]
    [InlineData("ParameterBinder")]
    [InlineData("PluginManifest")]
    [InlineData("IServiceProvider")]
    public void Types_that_are_called_like_types_that_generated_code_uses(string name) =>
        Compiles(
            $$"""
            [assembly: Plugin("dev", "sample")]
            namespace Hooklatch.Plugins.dev
            {
                public sealed class {{name}};
            }

            namespace Sample
            {
                public sealed class {{name}};

                [GitHubSignature(Secret = "Secret")]
                public sealed class Hooks
                {
                    [Webhook("/hook")]
                    public global::System.Threading.Tasks.Task On(global::Hooklatch.WebhookContext context, int number) =>
                        global::System.Threading.Tasks.Task.CompletedTask;
                }
            }
            """,
            "Hooks_On.g.cs"
        );

    [Fact]
    public void Parameters_that_are_called_like_generated_variables() =>
        Compiles(
            """
            using System.Text.Json.Serialization;
            using Microsoft.Extensions.DependencyInjection;
            [assembly: Plugin("dev", "sample")]

            public sealed record Number(int Value);

            [JsonSerializable(typeof(Number))]
            internal sealed partial class SampleJson : JsonSerializerContext;

            [GitHubSignature(Secret = "Secret")]
            public sealed class Hooks
            {
                [Webhook("/hook")]
                public Task<(Number, int)> On(
                    Number BodyType, int context, int http, int binder, int handler, int result, int services, int refusal, int plugin, int Forms,
                    int body, int status, int ResultType, int Verification, int Payload, int Json, int global, int _, int Binder, int contextValue) =>
                    Task.FromResult((BodyType, status));
            }
            """,
            "Hooks_On.g.cs"
        );

    [Fact]
    public void Handlers_whose_names_differ_in_case_or_parameters_only() =>
        Compiles(
            """
            [assembly: Plugin("dev", "sample")]

            namespace A
            {
                [Unverified("sample")]
                public static class Hooks
                {
                    [Webhook("/a")] public static Task On() => Task.CompletedTask;
                    [Webhook("/b")] public static Task On(int number) => Task.CompletedTask;
                    [Webhook("/c")] public static Task ON(string text) => Task.CompletedTask;
                }
            }

            namespace a
            {
                [Unverified("sample")]
                public static class HOOKS
                {
                    [Webhook("/d")] public static Task On() => Task.CompletedTask;

                    public static class Inner_
                    {
                        [Webhook("/e")] [Unverified("sample")] public static Task On() => Task.CompletedTask;
                    }

                    public static class Inner
                    {
                        [Webhook("/f")] [Unverified("sample")] public static Task _On() => Task.CompletedTask;
                    }
                }
            }
            """,
            handlers: 6
        );

    [Fact]
    public void Configurations_whose_names_differ_in_case_or_namespace_only() =>
        Compiles(
            """
            [assembly: Plugin("dev", "sample")]

            namespace A
            {
                [PluginConfig] public sealed class Config { public string? Text { get; init; } }
            }

            namespace B
            {
                [PluginConfig] public sealed class Config { public string? Text { get; init; } }
                [PluginConfig] public sealed class CONFIG { public string? Text { get; init; } }
                [Unverified("sample")]
                public static class Config_
                {
                    [Webhook("/hook")] public static Task Binder() => Task.CompletedTask;
                }

                [Unverified("sample")]
                public static class Config2
                {
                    [Webhook("/hook2")] public static Task Binder() => Task.CompletedTask;
                }

                public static class Config3
                {
                    [PluginConfig] public sealed class Binder { public string? Text { get; init; } }

                    [Webhook("/hook3")] [Unverified("sample")] public static Task Binder_Binder() => Task.CompletedTask;
                }
            }
            """,
            handlers: 3
        );

    [Fact]
    public void A_handler_that_is_called_like_a_binder() =>
        Compiles(
            """
            [assembly: Plugin("dev", "sample")]

            [PluginConfig]
            public sealed class Hooks
            {
                public string? Text { get; init; }

                [Webhook("/hook")] [Unverified("sample")] public static Task Binder() => Task.CompletedTask;
            }
            """,
            handlers: 1
        );

    [Fact]
    public void Names_in_other_scripts_and_with_combining_marks() =>
        Compiles(
            """
            [assembly: Plugin("dev", "sample")]

            namespace प्लगइन;

            [PluginConfig]
            public sealed class सेटिंग { public string? नाम { get; init; } }

            [Unverified("sample")]
            public sealed class हुक
            {
                [Webhook("/hook")] public Task पुश(int größe, int e\u0301tat) => Task.CompletedTask;
            }
            """,
            handlers: 1
        );

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
            "Outer_Middle_Inner_On.g.cs"
        );

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
            "Hooks_On.g.cs"
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
            handlers: 3
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
            handlers: 2
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
            "Hooks_On.g.cs"
        );

    /// <summary>A plugin with every kind of generated file, in a namespace.</summary>
    private static string Everything(string scope) =>
        $$"""
            namespace {{scope}};

            public enum Level { Low, High }

            public sealed record Answer(string Text);

            [global::System.Text.Json.Serialization.JsonSerializable(typeof(Answer))]
            internal sealed partial class SampleJson : global::System.Text.Json.Serialization.JsonSerializerContext;

            [global::Hooklatch.PluginConfig]
            public sealed class SampleConfig
            {
                [global::Hooklatch.Secret] public string? Secret { get; init; }
                public Level Level { get; init; }
            }

            [global::Hooklatch.Providers.GitHubSignature(Secret = nameof(SampleConfig.Secret))]
            public sealed class Hooks(
                SampleConfig config,
                [global::Microsoft.Extensions.DependencyInjection.FromKeyedServices(Level.High)] global::System.IDisposable keyed)
            {
                [global::Hooklatch.Webhook("/hook")]
                public async global::System.Threading.Tasks.Task<Answer> On([global::Microsoft.AspNetCore.Mvc.FromBody] Answer body, Level level = Level.High)
                {
                    await global::System.Threading.Tasks.Task.Yield();
                    return body with { Text = $"{config}{keyed}{level}" };
                }

                [global::Hooklatch.Webhook("/json")]
                public global::System.Threading.Tasks.Task OnJson([global::Hooklatch.FromJson("a")] Level level) =>
                    global::System.Threading.Tasks.Task.CompletedTask;
            }
            """;

    private static void Compiles(string source, params string[] files)
    {
        var generated = Project.Library(source).Generate().ShouldCompile().Files.Keys;
        Assert.Superset(files.ToHashSet(), generated.ToHashSet());
    }

    private static void Compiles(string source, int handlers)
    {
        var manifest = Project.Library(source).Generate().ShouldCompile()["Manifest.g.cs"];
        Assert.Equal(handlers, manifest.Split("map.Add(").Length - 1);
    }
}
