using Hooklatch.Generators.Tests.Fixture;
using static Hooklatch.Generators.Tests.HostileNames.Plugin;

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
            "class_Handlers.g.cs",
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
            "await_Handlers.g.cs"
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
        Compiles(
            $"""[assembly: Plugin("{author}", "{module}")]""" + Everything("Sample"),
            "Hooks_Handlers.g.cs",
            "SampleConfig_Binder.g.cs"
        );

    [Theory]
    [InlineData("Hooklatch.Sample")]
    [InlineData("Hooklatch.Generated.Dev")]
    [InlineData("Hooklatch.Generated.dev.sample.Handlers")]
    [InlineData("System.Sample")]
    [InlineData("Microsoft.AspNetCore.Sample")]
    [InlineData("Sample.Hooklatch.System.Microsoft")]
    [InlineData("Plugins.Binding")]
    public void Authors_in_namespaces_that_hide_ours(string scope) =>
        Compiles(Project.Attribute + Everything(scope), "Hooks_Handlers.g.cs", "SampleConfig_Binder.g.cs");

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
            "Hooks_Handlers.g.cs"
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
            namespace Hooklatch.Generated.dev
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
            "Hooks_Handlers.g.cs"
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
                    Number BodyType, int context, int http, int binder, int handler, int result, int services, int rejection, int plugin, int Forms,
                    int body, int status, int ResultType, int Verification, int Payload, int Json, int global, int _, int Binder, int contextValue) =>
                    Task.FromResult((BodyType, status));
            }
            """,
            "Hooks_Handlers.g.cs"
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
            endpoints: 1
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
}
