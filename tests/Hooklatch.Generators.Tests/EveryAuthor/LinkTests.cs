using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Tests.EveryAuthor;

/// <summary>Hosts and plugins that know each other better than most, and projects that are compiled in another way than most.</summary>
public sealed class LinkTests
{
    private const string Handler = """[Webhook("/a"), Unverified("test")] public static Task On() => Task.CompletedTask;""";

    [Fact]
    public void A_host_and_its_tests_are_friends_and_have_an_AddHooklatch_each()
    {
        var host = HostOf("") with { Name = "FirstHost" };
        host = host with { Sources = [.. host.Sources, """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("HostTests")]"""] };
        var tests = HostOf("") with { Name = "HostTests" };
        tests.With(host.Build()).Generate().ShouldCompile();
    }

    [Fact]
    public void Plugins_of_one_key_are_linked_by_nobody()
    {
        var first = Project.Plugin($"public static class First {{ {Handler} }}") with { Name = "First" };
        var second = Project.Plugin($"public static class Second {{ {Handler} }}") with { Name = "Second" };
        var link = HostOf("").With(first.Build(), second.Build()).Generate().ShouldCompile()["HooklatchLink.g.cs"];
        Assert.DoesNotContain("Manifest", link, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_that_claims_the_key_of_a_reference_compiles()
    {
        var first = Project.Plugin($"public static class First {{ {Handler} }}") with { Name = "First" };
        var second = Project.Plugin($"public static class Second {{ {Handler} }}") with { Name = "Second" };
        second.With(first.Build()).Generate().ShouldCompile();
    }

    [Fact]
    public void A_plugin_that_is_experimental_as_a_whole_is_linked()
    {
        const string Experiment = """[assembly: System.Diagnostics.CodeAnalysis.Experimental("TRY1")]""";
        var plugin = Project.Plugin(Experiment, $"public static class Hooks {{ {Handler} }}");
        HostOf("#pragma warning disable TRY1").With(plugin.Build()).Generate().ShouldCompile();
    }

    [Fact]
    public void A_plugin_for_every_language_compiles() =>
        Project
            .Plugin(
                "[assembly: CLSCompliant(true)]",
                $"public static class Hooks {{ {Handler} }}\n[PluginConfig] public sealed class Config {{ public required string Text {{ get; init; }} }}"
            )
            .Generate()
            .ShouldCompile();

    [Fact]
    public void Everything_compiles_as_C_sharp_12()
    {
        var plugin = Project.Host(Models.Everything.Source) with { Language = LanguageVersion.CSharp12 };
        Assert.NotEmpty(plugin.Generate().ShouldCompile().Files);
    }

    [Fact]
    public void Nothing_is_generated_for_a_compiler_that_could_not_read_it()
    {
        var source =
            $"{Project.Attribute}\npublic static class Hooks {{ {Handler} }}\npublic static class Program {{ public static void Main() {{ }} }}";
        var project = Project.Host(source) with { Language = LanguageVersion.CSharp11 };
        Assert.Empty(project.Generate().ShouldCompile().Files);
    }

    [Fact]
    public void Names_of_files_are_names_that_file_systems_take()
    {
        var name = new string('N', 120);
        var files = Project
            .Plugin(
                $$"""
                namespace {{name}};
                public static class {{name}}
                {
                    public static class {{name}}1
                    {
                        [Webhook("/{{name}}/{{name}}/{{name}}"), Unverified("test")] public static Task On{{name}}() => Task.CompletedTask;
                        [Webhook("/b"), Unverified("test")] public static Task On{{name}}2() => Task.CompletedTask;
                        [PluginConfig] public sealed class {{name}}2 { public string? Text { get; init; } }
                    }
                }
                [Hooklatch.Signing.HmacScheme(Hooklatch.Signing.HmacAlgorithm.Sha256, Header = "X-A"), Hooklatch.Signing.EventFrom(Header = "X-B")]
                public sealed partial class {{name}}{{name}}{{name}}Attribute : SignatureAttribute;
                [Webhook("/events/{{name}}/{{name}}/{{name}}"), {{name}}{{name}}{{name}}(Secret = "Text")]
                public sealed class Events { [OnEvent("a")] public Task On() => Task.CompletedTask; }
                """
            )
            .Generate()
            .ShouldCompile()
            .Files;
        Assert.True(files.Count >= 7, string.Join("\n", files.Keys));
        Assert.All(files.Keys, file => Assert.True(System.Text.Encoding.UTF8.GetByteCount(file) <= 255, file));
    }

    private static Project HostOf(string beginning) =>
        Project.Host(
            $$"""
            {{beginning}}
            using Microsoft.AspNetCore.Builder;

            WebApplication.CreateSlimBuilder().AddHooklatch();
            """
        );
}
