namespace Hooklatch.OpenApi.Tests;

public class ResponseTests(WebhookDocument document)
{
    [Theory]
    [InlineData("/answers/nothing", """{ "description": "The delivery was accepted." }""")]
    [InlineData(
        "/answers/text",
        """{ "description": "The delivery was accepted.", "content": { "text/plain": { "schema": { "type": "string" } } } }"""
    )]
    [InlineData(
        "/answers/node",
        """{ "description": "The delivery was accepted.", "content": { "application/json": { "schema": {} } } }"""
    )]
    [InlineData(
        "/answers/typed",
        """{ "description": "The delivery was accepted.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Hooklatch.OpenApi.Tests.Order" } } } }"""
    )]
    public void An_answer_is_200_with_what_the_handler_returns(string endpoint, string expected) =>
        WebhookDocument.Same(expected, document.Operation(endpoint, "get")["responses"]!["200"]);

    [Theory]
    [InlineData("/answers/nothing", "200,500")]
    [InlineData("/answers/numbers", "200,500,default")]
    [InlineData("/answers/result", "500,default")]
    [InlineData("/values/{tenant}/{number}", "200,400,500")]
    [InlineData("/bytes", "200,400,408,413,415,500,503")]
    public void A_webhook_lists_the_answers_that_it_can_give(string endpoint, string expected) =>
        Assert.Equal(expected, Statuses(endpoint, "get"));

    [Theory]
    [InlineData("/verified/header", "200,400,403,500")]
    [InlineData("/verified/query", "200,400,403,500")]
    // The body is read to verify it, though the handler takes nothing of it.
    [InlineData("/verified/plain", "200,400,403,408,413,415,500,503")]
    [InlineData("/typed", "200,400,408,413,415,500,503")]
    public void A_rejection_is_listed_where_it_can_happen(string endpoint, string expected) =>
        Assert.Equal(expected, Statuses(endpoint, "post"));

    [Fact]
    public void A_rejection_is_a_problem_and_says_when_to_send_again() =>
        WebhookDocument.Same(
            """
            {
              "description": "Too many bodies are in flight; Retry-After says when to send again.",
              "headers": { "Retry-After": { "description": "Seconds.", "schema": { "type": "integer" } } },
              "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/WebhookProblem" } } }
            }
            """,
            document.Operation("/typed")["responses"]!["503"]
        );

    [Fact]
    public void The_limit_of_the_body_is_told() =>
        Assert.Equal("The body is larger than 2,048 bytes.", (string?)document.Operation("/parts")["responses"]!["413"]!["description"]);

    private string Statuses(string endpoint, string method) =>
        string.Join(',', document.Operation(endpoint, method)["responses"]!.AsObject().Select(response => response.Key));
}
