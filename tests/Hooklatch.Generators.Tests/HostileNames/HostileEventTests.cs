using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis.CSharp;
using static Hooklatch.Generators.Tests.HostileNames.Plugin;

namespace Hooklatch.Generators.Tests.HostileNames;

/// <summary>Texts of schemes and events get into generated code as literals, and endpoints of events get names of classes.</summary>
public sealed class HostileEventTests
{
    [Theory]
    [MemberData(nameof(HostileTextTests.Texts), MemberType = typeof(HostileTextTests))]
    public void Texts_of_schemes_and_events_compile(string text)
    {
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);
        var separator = SymbolDisplay.FormatLiteral(text[^1], quote: true);
        var other = SymbolDisplay.FormatLiteral(text[0], quote: true);

        Compiles(
            $$"""
            using Hooklatch.Signing;
            {{Project.Attribute}}

            [HmacScheme(
                HmacAlgorithm.Sha256, Header = {{literal}}, Field = {{literal}}, ItemSeparator = {{separator}}, FieldSeparator = {{other}},
                KeyPrefix = {{literal}}, WhenHeader = {{literal}}, WhenEquals = {{literal}})]
            [RequireHeader({{literal}}, {{literal}})]
            [EventFrom(Query = {{literal}})]
            [Handshake(Method = "GET", WhenQuery = {{literal}}, EchoQuery = {{literal}}, Body = {{literal}}, ReplyHeader = {{literal}})]
            [Acknowledge(200, {{literal}}, ContentType = {{literal}})]
            [Accepts({{literal}})]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;

            [Webhook("/events"), AcmeSignature(Secret = {{literal}}), FormEnvelope({{literal}})]
            [AllowFrom("192.0.2.1", Configuration = {{literal}})]
            public static class Hooks
            {
                [OnEvent({{literal.Replace("*", "", StringComparison.Ordinal)}})] public static Task A() => Task.CompletedTask;
            }
            """,
            "EventsEvents.g.cs",
            "Hooks_Handlers.g.cs"
        );
    }

    [Fact]
    public void Endpoints_of_events_that_differ_in_little_have_classes_of_their_own() =>
        Compiles(
            $$"""
            {{Project.Attribute}}
            {{Endpoint("A", "/")}} {{Endpoint("B", "/a-b")}} {{Endpoint("C", "/ab")}} {{Endpoint("D", "/AB")}} {{Endpoint("E", "/1st")}}
            {{Endpoint("F", "/!")}} {{Endpoint("Manifest", "/manifest")}} {{Endpoint("Json", "/json")}} {{Endpoint("G", "/{class}")}}
            """,
            endpoints: 9
        );

    private static string Endpoint(string type, string endpoint) =>
        $$"""
            [Webhook("{{endpoint}}"), GitHubSignature(Secret = "Key")]
            public static class {{type}} { [OnEvent("push")] public static Task On() => Task.CompletedTask; }

            """;
}
