using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0014, HL0015, HL0017 and HL0073 to HL0079: what compiles, and would reject or miss every delivery.</summary>
public class MeaningTests
{
    [Theory]
    [InlineData("string {|HL0073:body|}")]
    [InlineData("string? {|HL0073:payload|}")]
    [InlineData("string {|HL0073:rawJson|}")]
    [InlineData("string {|HL0073:request_body|}")]
    [InlineData("string {|HL0073:content|}")]
    [InlineData("int {|HL0073:data|}")]
    [InlineData("string contentType, string payloadId, string jsonPath, string bodyCount")]
    [InlineData("[FromQuery] string body, [FromHeader] string payload, [FromJson(\"a\")] string json")]
    [InlineData("[RawBody] string body, byte[] payload")]
    public Task A_value_that_is_named_like_the_body_says_where_it_comes_from(string parameters) => Check(Handler(parameters));

    [Theory]
    [InlineData("Methods = [\"GET\"]", "string body")]
    [InlineData("Methods = [\"GET\", \"POST\"]", "string {|HL0073:body|}")]
    [InlineData("Methods = [\"PUT\"]", "string {|HL0073:body|}")]
    public Task Only_a_method_with_a_body_is_asked(string methods, string parameter) => Check(Handler(parameter, $"\"/a\", {methods}"));

    [Theory]
    [InlineData("/a/{tenant}", "string {|HL0074:tennant|}")]
    [InlineData("/a/{tenant}", "string {|HL0074:tenat|}")]
    [InlineData("/a/{shop}/{order}", "string shop, int {|HL0074:oder|}")]
    [InlineData("/a/{tenant}", "string tenant, string tenants")]
    [InlineData("/a/{tenant}", "string customer")]
    [InlineData("/a/{tenant}", "[FromQuery] string tennant")]
    [InlineData("/a/{tenant}", "[FromRoute(Name = \"tenant\")] string t, string tennant")]
    public Task A_mistyped_parameter_of_the_endpoint_is_told(string endpoint, string parameters) =>
        Check(Handler(parameters, $"\"{endpoint}\""));

    [Theory]
    [InlineData("[FromHeader, {|HL0014:FromQuery|}] string a")]
    [InlineData("[FromHeader] [{|HL0014:FromForm|}] string a")]
    [InlineData("[FromBody, {|HL0014:FromJson(\"a\")|}] string a")]
    [InlineData("[FromServices, {|HL0014:FromRoute|}] string a", "\"/a/{a}\"")]
    public Task Two_sources_are_one_too_many(string parameter, string endpoint = "\"/a\"") => Check(Handler(parameter, endpoint));

    [Theory]
    [InlineData("JsonElement a, IFormFile {|HL0014:b|}")]
    [InlineData("IFormFile a, JsonElement {|HL0014:b|}")]
    [InlineData("[FromJson(\"a\")] string a, [FromForm] string {|HL0014:b|}")]
    [InlineData("[FromForm] string a, [FromJson(\"a\")] string {|HL0014:b|}")]
    [InlineData("JsonObject a, IFormCollection {|HL0014:b|}")]
    [InlineData("[FromJson(\"a\")] string a, Stream {|HL0014:b|}")]
    [InlineData("IAsyncEnumerable<UploadedPart> a, JsonElement {|HL0014:b|}")]
    [InlineData("[FromJson(\"a\")] string a, JsonElement b, ReadOnlyMemory<byte> c")]
    [InlineData("IFormFile a, [FromForm] string b, byte[] c")]
    public Task One_body_is_not_two_things(string parameters) => Check(Handler(parameters));

    [Theory]
    [InlineData("StripeSignature", "IFormFile {|HL0015:a|}")]
    [InlineData("StripeSignature", "[FromForm] string {|HL0015:a|}")]
    [InlineData("StripeSignature", "IFormCollection {|HL0015:a|}")]
    [InlineData("GitHubSignature", "IFormFile {|HL0015:a|}")]
    [InlineData("SlackSignature", "[FromForm] string a")]
    [InlineData("MailgunSignature", "IFormFile a", "ToleranceSeconds = 300, ")]
    [InlineData("GitHubSignature", "[FromForm] string payload")]
    public Task A_form_never_arrives_from_a_sender_of_JSON(string attribute, string parameter, string arguments = "") =>
        Verify.Plugin(
            $$"""
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;

            public static class Hooks
            {
                [Webhook("/a"), {{attribute}}({{arguments}}Secret = nameof(Config.Key))]
                public static Task A({{parameter}}) => Task.CompletedTask;
            }
            [PluginConfig] public sealed class Config { [Secret] public string? Key { get; init; } }
            """
        );

    [Fact]
    public Task Limits_hold_for_a_form_that_verifies_its_sender() =>
        Verify.Plugin(
            """
            public static class Hooks
            {
                [Webhook("/a"), FormLimits(MaxParts = 500), MailgunSignature(ToleranceSeconds = 300, Secret = nameof(Config.Key))]
                public static Task A(WebhookContext context) => Task.CompletedTask;
            }
            [PluginConfig] public sealed class Config { [Secret] public string? Key { get; init; } }
            """
        );

    /// <summary>The id of a delivery is not needed, so a sender of one's own may also send forms.</summary>
    [Fact]
    public Task An_id_in_JSON_does_not_rule_out_a_form() =>
        Verify.Plugin(
            """
            using Hooklatch.Signing;
            using Microsoft.AspNetCore.Http;

            [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Sig", SignedContent = "{body}")]
            [DeliveryIdFrom(JsonPath = "id")]
            public sealed class OwnSignatureAttribute : SignatureAttribute;

            public static class Hooks
            {
                [Webhook("/a"), OwnSignature(Secret = nameof(Config.Key))]
                public static Task A(IFormFile file) => Task.CompletedTask;
            }
            [PluginConfig] public sealed class Config { [Secret] public string? Key { get; init; } }
            """
        );

    [Theory]
    [InlineData("X GitHub Event:")]
    [InlineData("X-GitHub-Event:")]
    [InlineData(" X-A")]
    [InlineData("X-Ä")]
    [InlineData("a/b")]
    [InlineData("(a)")]
    public Task A_header_has_a_name_that_requests_can_have(string name) =>
        Check(Handler($"[FromHeader(Name = {{|HL0075:\"{name}\"|}})] string a"));

    [Fact]
    public Task A_scheme_reads_headers_that_requests_can_have() =>
        Verify.Plugin(
            """
            using Hooklatch.Signing;

            [HmacScheme(HmacAlgorithm.Sha256, Header = {|HL0075:"X Acme Sig"|}, SignedContent = {|HL0075:"{header:X Time}.{body}"|})]
            [EventFrom(Header = {|HL0075:"X-Event:"|})]
            [DeliveryIdFrom(Header = {|HL0075:"X Id"|})]
            [RequireHeader({|HL0075:"X Kind"|}, "a")]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;

            public static class Hooks
            {
                [Webhook("/a"), SharedToken(Header = {|HL0075:"X Token"|}, Secret = nameof(Config.Key))]
                public static Task A() => Task.CompletedTask;
            }
            [PluginConfig] public sealed class Config { [Secret] public string? Key { get; init; } }
            """
        );

    [Theory]
    [InlineData("/a/{}")]
    [InlineData("/{}/b")]
    [InlineData("/a/{id?}")]
    [InlineData("/a/{id:int}")]
    [InlineData("/a/{*rest}")]
    [InlineData("/a/{id=1}")]
    [InlineData("/a/{id}x")]
    [InlineData("/a/{{id}}")]
    [InlineData("/a/{id")]
    [InlineData("/a/{a}/{A}")]
    [InlineData("/a?b=c")]
    [InlineData("/a b")]
    [InlineData("/api/plugin/acme.shop/webhook/github")]
    [InlineData("https://example.com/api/plugin/acme.shop/webhook/github")]
    [InlineData("http://localhost:5000/github")]
    public Task An_endpoint_is_what_follows_the_prefix(string endpoint) => Check(Handler("", $"{{|HL0017:\"{endpoint}\"|}}"));

    [Theory]
    [InlineData("[{|HL0076:\"PSOT\"|}]")]
    [InlineData("[\"GET\", {|HL0076:\"POTS\"|}]")]
    [InlineData("[{|HL0076:\"PUTT\"|}]")]
    [InlineData("{|HL0076:[]|}")]
    [InlineData("[\"PURGE\", \"M-SEARCH\", \"QUERY\"]")]
    public Task A_method_that_nobody_sends_is_told(string methods) => Check(Handler("", $"\"/a\", Methods = {methods}"));

    [Theory]
    [InlineData("Webhook(\"/a\", MaxBodySize = {|HL0077:-1|})", "")]
    [InlineData("Webhook(\"/a\", MaxBodySize = {|HL0077:long.MinValue|})", "")]
    [InlineData("Webhook(\"/a\"), FormLimits(MaxFields = {|HL0077:-1|})", "IFormCollection a")]
    [InlineData(
        "Webhook(\"/a\"), FormLimits(MaxParts = {|HL0077:-1|}, MaxKeyBytes = {|HL0077:-1|}, MaxValueBytes = {|HL0077:-5|})",
        "IFormFile a"
    )]
    [InlineData("Webhook(\"/a\", MaxBodySize = 1), FormLimits(MaxFields = 0)", "IFormFile a")]
    [InlineData("Webhook(\"/a\"), {|HL0078:FormLimits(MaxFields = 1)|}", "JsonElement a")]
    [InlineData("Webhook(\"/a\"), {|HL0078:FormLimits(MaxFields = 1)|}", "")]
    [InlineData("Webhook(\"/a\"), FormLimits(MaxFields = 1)", "[FromForm] string a")]
    [InlineData("Webhook(\"/a\"), FormEnvelope(\"payload\"), FormLimits(MaxFields = 1)", "JsonElement a")]
    public Task A_limit_limits(string attributes, string parameters) =>
        Check($"[{attributes}, Unverified(\"test\")] public static Task A({parameters}) => Task.CompletedTask;");

    [Theory]
    [InlineData("string", "{|HL0079:\"/repository/name\"|}")]
    [InlineData("string", "{|HL0079:\"#/repository/0/name\"|}")]
    [InlineData("string", "{|HL0079:\"a->b\"|}")]
    [InlineData("string", "{|HL0079:\"a->>'b'\"|}")]
    [InlineData("string[]", "{|HL0079:\"commits.id\"|}")]
    [InlineData("List<int>", "{|HL0079:\"order.items.price\"|}")]
    [InlineData("string[]", "\"repository.topics\"")]
    [InlineData("string[]", "\"commits[*].id\"")]
    [InlineData("JsonElement[]", "\"data.object.lines.data\"")]
    [InlineData("string[]", "\"commits[0].added\"")]
    [InlineData("string[]", "\"settings.allow\"")]
    [InlineData("string", "@\"No\\..value\"")]
    [InlineData("string[]", "\"tag\"")]
    [InlineData("string", "\"commits.id\"")]
    [InlineData("string", "\"a/b\"")]
    [InlineData("string[]", "{|HL0025:\"commits[].id\"|}")]
    [InlineData("string", "{|HL0025:\"$..id\"|}")]
    public Task A_path_of_another_language_is_told(string type, string path) => Check(Handler($"[FromJson({path})] {type} a"));

    private static Task Check(string marked) =>
        Verify.Plugin(
            $$"""
            using System.IO;
            using System.Text.Json;
            using System.Text.Json.Nodes;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;

            public class Hooks
            {
            {{marked}}
            }
            """
        );

    private static string Handler(string parameters, string endpoint = "\"/a\"") =>
        $"[Webhook({endpoint}), Unverified(\"test\")] public static Task A({parameters}) => Task.CompletedTask;";
}
