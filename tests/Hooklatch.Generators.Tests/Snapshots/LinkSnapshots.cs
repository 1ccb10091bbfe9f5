using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Tests.Snapshots;

/// <summary>What a project that builds an executable links.</summary>
public sealed class LinkSnapshots
{
    private const string Program = """
        using Microsoft.AspNetCore.Builder;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddHooklatch();
        var app = builder.Build();
        app.MapHooklatch();
        app.Run();
        """;

    [Fact]
    public void A_host_without_plugins() => Snapshot.Verify(Project.Host(Program).Generate());

    [Fact]
    public void A_host_that_is_a_plugin_itself() =>
        Snapshot.Verify(
            Project
                .Host(
                    Program,
                    Project.Attribute,
                    """
                    internal static class Hooks
                    {
                        [Webhook("/hook")]
                        [Unverified("sample")]
                        internal static Task On() => Task.CompletedTask;
                    }
                    """
                )
                .Generate(),
            only: "HooklatchLink"
        );

    [Fact]
    public void A_host_with_two_plugins_one_of_them_through_a_library_and_names_that_are_keywords()
    {
        var inner = Plugin("Inner", "class", "namespace");
        var library = (Project.Library("public static class Library { public static int Answer => 42; }") with { Name = "Library" }).With(
            inner
        );

        var host = Project.Host(Program).With(Plugin("Zulu", "zulu", "last"), library.Build(), inner);

        Snapshot.Verify(host.Generate());
    }

    [Fact]
    public void A_host_that_references_a_store()
    {
        var store = (
            Project.Library(
                """
                using Microsoft.Extensions.DependencyInjection;

                [assembly: Hooklatch.Hosting.HostExtension(typeof(Store.Extension))]

                namespace Store;

                public sealed class Extension : Hooklatch.Hosting.IHostExtension
                {
                    public static void AddTo(IHooklatchBuilder builder) { }
                }
                """
            ) with
            {
                Name = "Store",
            }
        ).Build();

        Snapshot.Verify(Project.Host(Program).With(store, Plugin("Other", "dev", "other")).Generate());
    }

    [Fact]
    public void A_library_links_nothing() =>
        Assert.Empty(Project.Library("public sealed class Empty;").With(Plugin("Other", "dev", "other")).Generate().ShouldCompile().Files);

    private static MetadataReference Plugin(string name, string author, string module) =>
        (Project.Library($"""[assembly: Plugin("{author}", "{module}")]""") with { Name = name }).Build();
}
