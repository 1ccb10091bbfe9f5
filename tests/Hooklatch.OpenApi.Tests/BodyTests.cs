namespace Hooklatch.OpenApi.Tests;

public class BodyTests(WebhookDocument document)
{
    private const string Json = "application/json";
    private const string Multipart = "multipart/form-data";
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(Multipart)]
    [InlineData(UrlEncoded)]
    public void A_form_without_a_required_file_is_taken_in_both_encodings(string mediaType) =>
        WebhookDocument.Same(
            """
            {
              "type": "object",
              "required": ["title"],
              "properties": {
                "title": { "type": "string" },
                "count": { "type": "integer", "format": "int32" },
                "tag": { "type": "array", "items": { "type": "string" } },
                "image": { "type": "string", "format": "binary" }
              }
            }
            """,
            document.Body("/fields", mediaType)
        );

    [Fact]
    public void A_required_file_needs_a_multipart_form() =>
        WebhookDocument.Same(
            """
            {
              "required": true,
              "content": {
                "multipart/form-data": {
                  "schema": {
                    "type": "object",
                    "required": ["report"],
                    "properties": {
                      "report": { "type": "string", "format": "binary" },
                      "more": { "type": "array", "items": { "type": "string", "format": "binary" } }
                    }
                  }
                }
              }
            }
            """,
            document.Operation("/upload")["requestBody"]
        );

    [Fact]
    public void A_form_object_is_described_by_the_names_of_its_fields() =>
        WebhookDocument.Same(
            """
            {
              "type": "object",
              "required": ["Name", "Home.City"],
              "properties": {
                "Name": { "type": "string" },
                "Home.City": { "type": "string" },
                "Home.Zip": { "type": "integer", "format": "int32" }
              },
              "patternProperties": {
                "^Stays\\[[0-9]+\\]\\.City$": { "type": "string" },
                "^Stays\\[[0-9]+\\]\\.Zip$": { "type": "integer", "format": "int32" }
              }
            }
            """,
            document.Body("/person", Multipart)
        );

    [Theory]
    [InlineData("/any_form", UrlEncoded)]
    [InlineData("/any_form", Multipart)]
    [InlineData("/parts", Multipart)]
    public void A_form_that_is_taken_as_it_comes_has_any_fields(string endpoint, string mediaType) =>
        WebhookDocument.Same("""{ "type": "object" }""", document.Body(endpoint, mediaType));

    [Fact]
    public void The_paths_of_FromJson_are_one_nested_object() =>
        WebhookDocument.Same(
            """
            {
              "type": "object",
              "required": ["repository", "tags", "level"],
              "properties": {
                "repository": {
                  "type": "object",
                  "required": ["full_name"],
                  "properties": {
                    "full_name": { "type": "string" },
                    "a.b": { "type": ["null", "integer"], "format": "int64" }
                  }
                },
                "head": { "type": ["null", "object"], "properties": { "sha": { "type": ["null", "string"] } } },
                "after": { "type": ["null", "string"] },
                "commits": {
                  "type": ["null", "array"],
                  "items": {
                    "type": "object",
                    "properties": {
                      "message": { "type": ["null", "string"] },
                      "files": {
                        "type": ["null", "array"],
                        "items": { "type": "object", "properties": { "size": { "type": ["null", "integer"], "format": "int32" } } }
                      }
                    }
                  }
                },
                "tags": { "type": "array", "items": { "type": "string" } },
                "level": { "type": "string", "enum": ["Low", "High"] },
                "extra": {},
                "retries": { "type": ["null", "integer"], "format": "int32", "default": 3 }
              }
            }
            """,
            document.Body("/paths", Json)
        );

    [Fact]
    public void A_typed_payload_may_contain_itself_and_says_what_may_be_null() =>
        WebhookDocument.Same(
            """
            {
              "type": "object",
              "required": ["number", "stops"],
              "properties": {
                "number": { "type": "string" },
                "ship": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Hooklatch.OpenApi.Tests.Address" }] },
                "stops": { "type": "array", "items": { "$ref": "#/components/schemas/Hooklatch.OpenApi.Tests.Address" } },
                "parent": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Hooklatch.OpenApi.Tests.Order" }] },
                "prices": {
                  "type": ["null", "object"],
                  "additionalProperties": { "type": ["number", "string"], "pattern": "^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?$" }
                }
              }
            }
            """,
            document.Schema("Hooklatch.OpenApi.Tests.Order")
        );

    [Fact]
    public void A_typed_payload_is_named_as_the_plugins_own_context_names_it() =>
        WebhookDocument.Same(
            """
            {
              "type": "object",
              "required": ["parcel_id", "level"],
              "properties": { "parcel_id": { "type": "string", "format": "uuid" }, "level": {} }
            }
            """,
            document.Schema("Hooklatch.OpenApi.Tests.ParcelReceived")
        );

    [Fact]
    public void A_polymorphic_payload_is_any_of_its_types() =>
        WebhookDocument.Same(
            """
            {
              "anyOf": [
                { "$ref": "#/components/schemas/Hooklatch.OpenApi.Tests.Circle" },
                { "$ref": "#/components/schemas/Hooklatch.OpenApi.Tests.Shape" }
              ],
              "discriminator": {
                "propertyName": "$type",
                "mapping": { "circle": "#/components/schemas/Hooklatch.OpenApi.Tests.Circle" }
              }
            }
            """,
            document.Body("/shape", Json)
        );

    [Theory]
    [InlineData("/any_json", """{ "required": true, "content": { "application/json": { "schema": {} } } }""")]
    [InlineData("/maybe_json", """{ "content": { "application/json": { "schema": {} } } }""")]
    [InlineData("/bytes", """{ "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } }""")]
    public void A_body_without_a_type_is_anything_of_its_media_type(string endpoint, string expected) =>
        WebhookDocument.Same(expected, document.Operation(endpoint)["requestBody"]);

    [Fact]
    public void A_stream_is_bytes() =>
        WebhookDocument.Same(
            """{ "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } } }""",
            document.Operation("/stream", "put")["requestBody"]
        );

    [Fact]
    public void A_GET_has_no_body_of_bytes() => Assert.Null(document.Operation("/bytes", "get")["requestBody"]);
}
