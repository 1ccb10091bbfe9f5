using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0055: the attributes of a handler can be constructed by generated code.</summary>
public class MetadataTests
{
    private const string Handler = "[Webhook(\"/a\"), Unverified(\"test\")] public static Task On() => Task.CompletedTask;";

    [Theory]
    [InlineData("private sealed class NoteAttribute : Attribute;", "Note", "'NoteAttribute' is private")]
    [InlineData("protected sealed class NoteAttribute : Attribute;", "Note", "'NoteAttribute' is protected")]
    [InlineData(
        "private sealed class Hidden; public sealed class NoteAttribute(Type type) : Attribute { public Type Type => type; }",
        "Note(typeof(Hidden))",
        "'Hidden' is not reachable"
    )]
    public Task An_attribute_that_cannot_be_constructed_is_a_warning(string declaration, string attribute, string problem) =>
        Verify.Handlers(
            $"{declaration}\n[{{|HL0055:{attribute}|}}] {Handler}",
            $"[NoteAttribute] on 'On' is no metadata of the endpoint, so no middleware sees it: {problem}; make it internal or public"
        );

    [Theory]
    [InlineData("[Obsolete, System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")]")]
    [InlineData("[Microsoft.AspNetCore.Authorization.Authorize(\"policy\", Roles = \"\\\"a\\\"\")]")]
    [InlineData("[Microsoft.AspNetCore.Http.Tags(\"a\", \"b\"), Microsoft.AspNetCore.Http.EndpointSummary(\"c\")]")]
    [InlineData("[Note(1, null, Kinds = new[] { DayOfWeek.Friday, (DayOfWeek)9 }, Type = typeof(Dictionary<,>))]")]
    [InlineData("[@await(typeof(int))]")]
    public Task An_attribute_is_right(string attribute) =>
        Verify.Plugin(
            $$"""
            public sealed class Hooks { {{attribute}} {{Handler}} }
            internal sealed class NoteAttribute(int number, params string[]? texts) : Attribute
            {
                public int Number => number;
                public string[]? Texts => texts;
                public DayOfWeek[]? Kinds { get; set; }
                public Type? Type;
            }
            internal sealed class @await(object value) : Attribute { public object Value => value; }
            """
        );
}
