namespace Hooklatch.OpenApi.Tests;

public class ParameterTests(WebhookDocument document)
{
    private const string Values = "/values/{tenant}/{number}";

    [Theory]
    [InlineData("number", """{ "name": "number", "in": "path", "required": true, "schema": { "type": "integer", "format": "int32" } }""")]
    // Not bound by the handler, but part of the path.
    [InlineData("tenant", """{ "name": "tenant", "in": "path", "required": true, "schema": { "type": "string" } }""")]
    [InlineData("text", """{ "name": "text", "in": "query", "required": true, "schema": { "type": "string" } }""")]
    [InlineData("flag", """{ "name": "flag", "in": "query", "schema": { "type": "boolean" } }""")]
    [InlineData(
        "level",
        """{ "name": "level", "in": "query", "required": true, "schema": { "type": "string", "enum": ["Low", "High"] } }"""
    )]
    [InlineData(
        "least",
        """{ "name": "least", "in": "query", "schema": { "type": "string", "enum": ["Low", "High"], "default": "High" } }"""
    )]
    [InlineData(
        "ids",
        """{ "name": "ids", "in": "query", "schema": { "type": "array", "items": { "type": "string", "format": "uuid" } } }"""
    )]
    [InlineData("per-page", """{ "name": "per-page", "in": "query", "schema": { "type": "integer", "format": "int32", "default": 20 } }""")]
    [InlineData("order", """{ "name": "order", "in": "query", "schema": { "type": "string", "default": "newest" } }""")]
    [InlineData("factor", """{ "name": "factor", "in": "query", "schema": { "type": "number", "format": "double", "default": 1.5 } }""")]
    [InlineData("X-Since", """{ "name": "X-Since", "in": "header", "schema": { "type": "string", "format": "date" } }""")]
    [InlineData("X-Label", """{ "name": "X-Label", "in": "header", "schema": { "type": "array", "items": { "type": "string" } } }""")]
    public void A_parameter_has_its_place_type_and_default(string name, string expected) =>
        WebhookDocument.Same(expected, document.Parameter(Values, "get", name));

    [Fact]
    public void The_header_that_names_the_event_is_described_though_no_handler_takes_it() =>
        WebhookDocument.Same(
            """{ "name": "X-Event", "in": "header", "description": "Names the event.", "schema": { "type": "string" } }""",
            document.Parameter("/verified/timed", "post", "X-Event")
        );
}
