using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Tests.HostileNames;

/// <summary>Text of an author gets into generated code as a literal: it cannot break out, and it arrives as it was.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts =>
        [
            "quotes \" and '' and \"\"\"",
            @"backslashes \ \\ \n \u0022",
            "braces { } {{0}} {timestamp",
            "emoji 😀 👩‍💻 e\u0301",
            "lines \r\n of \n text \r",
            "separators \u2028 \u2029 \u0085",
            "controls \0 \a \b \e \u007f",
            "comments // */ /* <summary> ]]> --> &amp;",
            "directives\n#error broken\n#endif",
            "hidden \u202e \u200b \ufeff",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Arrives_as_it_was(string text)
    {
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);

        var generation = Project
            .Library(
                $$"""
                using Hooklatch.Signing;
                using Microsoft.AspNetCore.Mvc;
                using Microsoft.Extensions.DependencyInjection;

                [assembly: Plugin("dev", "sample", Name = {{literal}}, Description = {{literal}})]

                [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Acme", Prefix = {{literal}}, SignedContent = {{SignedContent(text)}})]
                [EventFrom(Query = {{literal}})]
                public sealed class AcmeSignatureAttribute : SignatureAttribute;

                public sealed class Hooks([FromKeyedServices({{literal}})] IDisposable service)
                {
                    [Webhook("/signed", Name = {{literal}}, Description = {{literal}})]
                    [AcmeSignature(Secret = {{literal}})]
                    public Task OnSigned(
                        [FromQuery(Name = {{literal}})] string first,
                        [FromQuery(Name = {{literal}})] string query,
                        string otherwise = {{literal}}) => Task.FromResult(service);

                    [Webhook("/token")]
                    [SharedToken(Header = "X-Token", Prefix = {{literal}}, Secret = {{literal}})]
                    public static Task OnToken() => Task.CompletedTask;

                    [Webhook("/query")]
                    [SharedToken(Query = {{literal}}, Secret = {{literal}})]
                    public static Task OnQuery() => Task.CompletedTask;

                    [Webhook("/open")]
                    [Unverified({{literal}})]
                    public static Task OnOpen() => Task.CompletedTask;
                }
                """
            )
            .Generate()
            .ShouldCompile();

        Assert.Equal(3, Occurrences(generation, "Manifest.g.cs", text));
        Assert.Equal(text.Contains('{', StringComparison.Ordinal) ? 2 : 3, Occurrences(generation, "AcmeSender.g.cs", text));
        Assert.Equal(10 + 3 + 1 + 1, Occurrences(generation, "Hooks_Handlers.g.cs", text));
    }

    /// <summary>A template cannot hold a brace; every other text is signed as it is.</summary>
    private static string SignedContent(string text) =>
        SymbolDisplay.FormatLiteral($"{text.Replace('{', '(').Replace('}', ')')}{{body}}", quote: true);

    private static int Occurrences(Generation generation, string file, string text) =>
        Project
            .Parse(generation[file], file)
            .GetRoot()
            .DescendantNodes()
            .OfType<LiteralExpressionSyntax>()
            .Count(literal => literal.Token.ValueText == text);
}
