using Hooklatch.Generators.Common;
using Hooklatch.Generators.Configuration;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Tests.EveryAuthor;

/// <summary>Each type, with each annotation, as each kind of member of an object that is bound, read from a form or configured.</summary>
public sealed class MemberTests
{
    private const int PerClass = 40;

    private static readonly string[] Properties =
    [
        "public {0} {1} {{ get; set; }} = default!;",
        "public {0} {1} {{ get; init; }} = default!;",
        "public required {0} {1} {{ get; init; }}",
        "[DisallowNull, AllowNull] public {0} {1} {{ get; set; }} = default!;",
        "public {0} {1} {{ get => field; set => field = value; }} = default!;",
    ];

    private static readonly string[] Parameters = ["{0} {1}", "in {0} {1}", "{0} {1} = default!"];

    [Theory]
    [InlineData("[AsParameters] ")]
    [InlineData("[FromForm] ")]
    public void Every_property_of_an_object_is_bound_or_refused(string source) =>
        Compiles(Properties, " ", ParseHandler, (name, members) => $"public sealed class {name} {{ {members} }}\n{Handler(name, source)}");

    [Theory]
    [InlineData("[AsParameters] ")]
    [InlineData("[FromForm] ")]
    public void Every_parameter_of_a_record_is_bound_or_refused(string source) =>
        Compiles(Parameters, ", ", ParseHandler, (name, members) => $"public sealed record {name}({members});\n{Handler(name, source)}");

    [Fact]
    public void A_struct_of_a_form_that_may_be_null_has_the_fields_that_it_has_otherwise()
    {
        const string Source = """
            public static class Hooks { [Webhook("/a"), Unverified("test")] public static Task On([FromForm] Shape shape) => Task.CompletedTask; }
            public sealed record Shape(Types.Point? Middle, List<Types.Point?>? Corners);
            """;
        var handler = Project.Plugin(Check.Usings + DeclaredType.Sources, Check.Usings + Source).Generate().ShouldCompile()[
            "Hooks_Handlers.g.cs"
        ];
        Assert.Contains("form.Has(\"Middle\") ? ReadPoint(form.Nested(\"Middle\")) : null", handler, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Value\"", handler, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_property_of_a_configuration_is_read_or_refused() =>
        Compiles(
            [.. Properties, .. Properties.Skip(2).Select(property => $"[Secret] {property}")],
            " ",
            (type, report) => ConfigParser.Parse(type, report, TestContext.Current.CancellationToken),
            (name, members) => $"[PluginConfig] public sealed partial record {name} {{ {members} }}"
        );

    /// <param name="kinds">Members of a type and a name.</param>
    /// <param name="divider">What stands between members.</param>
    /// <param name="parse">Reads a class.</param>
    /// <param name="declare">Declares a class with a name and members.</param>
    private static void Compiles<T>(
        string[] kinds,
        string divider,
        Func<INamedTypeSymbol, Report, T?> parse,
        Func<string, string, string> declare
    )
        where T : class
    {
        var members = kinds.SelectMany(kind => DeclaredType.All.Select(type => (Kind: kind, Type: type))).ToArray();
        var read = Probe.Read(members.Select(member => declare("{Name}", string.Format(null, member.Kind, member.Type, "M"))), parse);
        var classes = members
            .Where((_, i) => read[i] is not null)
            .GroupBy(member => member.Kind)
            .SelectMany(same => same.Chunk(PerClass))
            .Select(
                (bundle, i) =>
                    declare(
                        $"Of{i}",
                        string.Join(divider, bundle.Select((member, j) => string.Format(null, member.Kind, member.Type, $"M{j}")))
                    )
            )
            .ToArray();
        Assert.NotEmpty(classes);
        Project
            .Plugin(Check.Usings + DeclaredType.Sources, $"{Check.Usings}namespace Own;\n{string.Join("\n", classes)}")
            .Generate()
            .ShouldCompile();
    }

    private static string Handler(string name, string source) =>
        $$"""public static class On{{name}} { [Webhook("/{{name}}"), Unverified("test")] public static Task On({{source}}{{name}} value) => Task.CompletedTask; }""";

    private static HandlerModel? ParseHandler(INamedTypeSymbol type, Report report)
    {
        var method = type.ContainingNamespace.GetTypeMembers($"On{type.Name}").Single().GetMembers("On").OfType<IMethodSymbol>().Single();
        return HandlerParser.Parse(method, WebhookDeclaration.Of(method)!, report, TestContext.Current.CancellationToken);
    }
}
