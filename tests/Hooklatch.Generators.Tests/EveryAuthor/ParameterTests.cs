using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Tests.EveryAuthor;

/// <summary>Each type, with each annotation, from each source.</summary>
public sealed class ParameterTests
{
    private const int PerHandler = 30;

    [Theory]
    [InlineData("")]
    [InlineData("[FromQuery] ")]
    [InlineData("[FromHeader] ")]
    [InlineData("[FromForm] ")]
    [InlineData("[FromJson(\"a.b\")] ")]
    [InlineData("[FromJson(\"a[*].b\")] ")]
    [InlineData("[FromServices] ")]
    [InlineData("[FromKeyedServices(\"key\")] ")]
    [InlineData("[DisallowNull] ")]
    public void Every_type_is_bound_or_refused(string source)
    {
        var required = DeclaredType.All.Select(type => $"{source}{type} {{0}}").ToArray();
        var parameters = required.Concat(required.Select(parameter => parameter + " = default!")).ToArray();
        var read = Probe.Read(
            parameters.Select(parameter => $"public static class {{Name}} {{ {Handler("/a", string.Format(null, parameter, "value"))} }}"),
            ParseHandler
        );
        // What takes the body in a form of its own stands alone.
        var handlers = parameters
            .Zip(read)
            .Where(taken => taken.Second is not null)
            .GroupBy(taken => (taken.First.EndsWith('!'), Alone: StandsAlone(taken.Second!)))
            .SelectMany(same => same.Chunk(same.Key.Alone ? 1 : PerHandler))
            .Select(
                (bundle, i) => Handler($"/{i}", string.Join(", ", bundle.Select((taken, j) => string.Format(null, taken.First, $"p{j}"))))
            )
            .ToArray();
        Assert.NotEmpty(handlers);
        Project
            .Plugin(Check.Usings + DeclaredType.Sources, $"{Check.Usings}public static class Hooks\n{{\n{string.Join("\n", handlers)}\n}}")
            .Generate()
            .ShouldCompile();
    }

    private static string Handler(string endpoint, string parameters) =>
        $"""[Webhook("{endpoint}"), Unverified("test")] public static Task On{endpoint[1..]}({parameters}) => Task.CompletedTask;""";

    private static HandlerModel? ParseHandler(INamedTypeSymbol type, Report report)
    {
        var method = type.GetMembers("Ona").OfType<IMethodSymbol>().Single();
        return HandlerParser.Parse(method, WebhookDeclaration.Of(method)!, report, TestContext.Current.CancellationToken);
    }

    private static bool StandsAlone(HandlerModel handler) => BodyNeeds.Of(handler) is not (null or "Form" or "Files" or "Json");
}
