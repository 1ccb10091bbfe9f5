using Hooklatch.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0008 to HL0011: the plugin itself, and the plugins that a host links.</summary>
public class PluginTests
{
    private const string Handler = """[Webhook("/a"), Unverified("test")] public static Task A() => Task.CompletedTask;""";
    private const string Host = """
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddHooklatch();
        builder.Build().Run();
        """;

    [Fact]
    public Task Handlers_belong_to_a_plugin()
    {
        var marked = "public static class Hooks { " + Handler.Replace(" A()", " {|HL0008:A|}()", StringComparison.Ordinal) + " }";
        return Verify.Project(
            new PluginProject(Markup.Remove(marked)) { IsPlugin = false },
            marked,
            "This assembly declares webhooks but is no plugin: add [assembly: Plugin(\"author\", \"module\")]"
        );
    }

    [Fact]
    public Task An_assembly_without_handlers_need_not_be_a_plugin()
    {
        const string Source = "public static class Library;";
        return Verify.Project(new PluginProject(Source) { IsPlugin = false }, Source);
    }

    [Theory]
    [InlineData("\"\"", "\"ok\"", "author \"\"")]
    [InlineData("\"1st\"", "\"ok\"", "author \"1st\"")]
    [InlineData("\"a-b\"", "\"ok\"", "author \"a-b\"")]
    [InlineData("\"é\"", "\"ok\"", "author \"é\"")]
    [InlineData("\"ok\"", "\"a.b\"", "module \"a.b\"")]
    [InlineData("\"ok\"", "null!", "module \"\"")]
    public Task A_key_is_made_of_identifiers(string author, string module, string which) =>
        Verify.Plugin(
            $"[assembly: Plugin({Mark(author)}, {Mark(module)})]\npublic static class Hooks {{ {Handler} }}",
            $"The {which} is not valid: use letters, digits and '_', and do not start with a digit"
        );

    [Fact]
    public Task A_key_by_named_arguments_is_marked_where_it_stands() =>
        Verify.Plugin("""[assembly: Plugin(module: {|HL0009:"a b"|}, author: "ok")]""");

    [Fact]
    public Task Letters_digits_and_underscores_make_a_key() => Verify.Plugin("""[assembly: Plugin("_Dev9", "m_1")]""");

    [Fact]
    public Task Plugins_with_different_keys_are_linked() =>
        VerifyHost(Host, [Built("First", "dev", "first"), Built("Second", "dev", "second")]);

    [Fact]
    public Task Two_references_cannot_claim_one_key() =>
        VerifyHost(
            "{|HL0010:|}" + Host,
            [Built("First", "dev", "orders"), Built("Second", "Dev", "Orders")],
            "The plugin key 'Dev.Orders' is claimed by both Second and First: keys are compared ignoring case; rename one or drop a reference"
        );

    [Fact]
    public Task A_host_that_is_a_plugin_cannot_claim_the_key_of_a_reference() =>
        VerifyHost(
            "[assembly: {|HL0010:Plugin(\"dev\", \"ORDERS\")|}]\n" + Host,
            [Built("First", "dev", "orders")],
            "The plugin key 'dev.orders' is claimed by both First and Host: keys are compared ignoring case; rename one or drop a reference"
        );

    [Fact]
    public Task A_plugin_that_arrives_through_another_counts_as_well()
    {
        var inner = Built("Inner", "dev", "inner");
        var outer = new PluginProject(
            $$"""
            [assembly: Plugin("dev", "outer")]
            public static class OuterHooks { [Webhook("/a"), Unverified("test")] public static Task A() => InnerHooks.A(); }
            """
        )
        {
            Name = "Outer",
            References = [inner],
        }.Build();
        return VerifyHost("{|HL0010:|}" + Host, [outer, inner, Built("Rival", "dev", "Inner")]);
    }

    [Fact]
    public Task A_plugin_cannot_claim_the_key_of_a_plugin_that_it_references() =>
        Verify.Project(
            new PluginProject("[assembly: Plugin(\"dev\", \"orders\")]") { References = [Built("First", "dev", "orders")] },
            "[assembly: {|HL0010:Plugin(\"dev\", \"orders\")|}]",
            "The plugin key 'dev.orders' is claimed by both First and Sample: keys are compared ignoring case; rename one or drop a reference"
        );

    [Fact]
    public Task Rivals_among_the_references_of_a_plugin_are_for_its_host_to_tell_apart()
    {
        const string Source = "[assembly: Plugin(\"dev\", \"own\")]";
        var rivals = new[] { Built("First", "dev", "orders"), Built("Second", "dev", "orders") };
        return Verify.Project(new PluginProject(Source) { References = [.. rivals] }, Source);
    }

    [Fact]
    public Task A_plugin_is_compiled_as_C_sharp_12_or_later() =>
        Verify.Project(
            new PluginProject($"[assembly: Plugin(\"dev\", \"sample\")]\npublic static class Hooks {{ {Handler} }}")
            {
                Language = LanguageVersion.CSharp11,
            },
            $"[assembly: {{|HL0060:Plugin(\"dev\", \"sample\")|}}]\npublic static class Hooks {{ {Handler} }}",
            "Generated code is C# 12, and this project is compiled as C# 11.0, so nothing is generated: leave out its LangVersion, or set it to 12 or later"
        );

    [Fact]
    public Task A_library_that_references_rivals_is_no_host()
    {
        const string Source = "public static class Library;";
        var rivals = new[] { Built("First", "dev", "orders"), Built("Second", "dev", "orders") };
        return Verify.Project(new PluginProject(Source) { IsPlugin = false, References = [.. rivals] }, Source);
    }

    [Fact]
    public Task Plugin_and_host_agree_on_the_version_of_the_manifest()
    {
        var outdated = new PluginProject(
            """
            [assembly: Hooklatch.Lifecycle.PluginManifest("dev.old", typeof(Old), 0)]
            public sealed class Old;
            """
        )
        {
            Name = "OldPlugin",
            IsPlugin = false,
        }.Build();
        return VerifyHost(
            "{|HL0011:|}" + Host,
            [outdated, Built("First", "dev", "first")],
            "The plugin 'dev.old' in OldPlugin was generated for manifest version 0, this host links version 1: build both with one version of Hooklatch"
        );
    }

    private static string Mark(string part) => part == "\"ok\"" ? part : $"{{|HL0009:{part}|}}";

    private static Microsoft.CodeAnalysis.MetadataReference Built(string name, string author, string module) =>
        new PluginProject($"[assembly: Plugin(\"{author}\", \"{module}\")]\npublic static class {name}Hooks {{ {Handler} }}")
        {
            Name = name,
        }.Build();

    private static Task VerifyHost(string marked, Microsoft.CodeAnalysis.MetadataReference[] plugins, params string[] messages) =>
        Verify.Project(
            new PluginProject(Markup.Remove(marked))
            {
                Name = "Host",
                IsHost = true,
                IsPlugin = false,
                References = [.. plugins],
            },
            marked,
            messages
        );
}
