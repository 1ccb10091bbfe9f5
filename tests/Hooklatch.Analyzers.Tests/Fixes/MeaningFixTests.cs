using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>The fixes of HL0014, HL0017, HL0025 and HL0073 to HL0079.</summary>
public class MeaningFixTests
{
    [Theory]
    [InlineData("Bind the body's text with [RawBody]", "[RawBody] string body")]
    [InlineData("Bind a value of a JSON body with [FromJson(\"body\")]", "[FromJson(\"body\")] string body")]
    [InlineData("Bind the query value with [FromQuery]", "[FromQuery] string body")]
    public Task A_source_is_named(string title, string after) =>
        VerifyFix.Turns<NameSourceFix>(Handler("string body"), Handler(after), title);

    [Fact]
    public async Task Text_alone_is_the_body() => Assert.Equal(2, (await VerifyFix.Offers<NameSourceFix>(Handler("int data"))).Count());

    [Fact]
    public Task A_parameter_of_the_endpoint_is_bound() =>
        VerifyFix.Turns<BindRouteParameterFix>(
            Handler("string tennant", "\"/a/{tenant}\""),
            Handler("[FromRoute(Name = \"tenant\")] string tennant", "\"/a/{tenant}\"")
        );

    [Theory]
    [InlineData("[FromHeader, FromQuery] string a", "[FromHeader] string a")]
    [InlineData("[FromHeader] [FromQuery] string a", "[FromHeader] string a")]
    public Task The_second_source_is_removed(string before, string after) =>
        VerifyFix.Turns<RemoveSourceFix>(Handler(before), Handler(after));

    [Theory]
    [InlineData("X GitHub Event:", "X-GitHub-Event")]
    [InlineData(" X-A: ", "X-A")]
    public Task A_header_is_named(string before, string after) =>
        VerifyFix.Turns<WriteHeaderNameFix>(
            Handler($"[FromHeader(Name = \"{before}\")] string a"),
            Handler($"[FromHeader(Name = \"{after}\")] string a")
        );

    [Theory]
    [InlineData("/api/plugin/acme.shop/webhook/github", "/github")]
    [InlineData("https://example.com/api/plugin/acme.shop/webhook/github", "/github")]
    [InlineData("http://localhost:5000/github", "/github")]
    [InlineData("/a/{}", "/a/{id}")]
    public Task The_endpoint_is_what_follows_the_prefix(string before, string after) =>
        VerifyFix.Turns<WriteEndpointFix>(Handler("", $"\"{before}\""), Handler("", $"\"{after}\""));

    [Fact]
    public Task A_constraint_is_left_out() =>
        VerifyFix.Turns<WriteEndpointFix>(Handler("int id", "\"/a/{id:int}\""), Handler("int id", "\"/a/{id}\""));

    [Theory]
    [InlineData("\"/a\", Methods = [\"PSOT\"]", "\"/a\", Methods = [\"POST\"]")]
    [InlineData("\"/a\", Methods = []", "\"/a\"")]
    public Task A_method_is_written(string before, string after) =>
        VerifyFix.Turns<WriteMethodFix>(Handler("", before), Handler("", after));

    [Fact]
    public Task A_limit_is_left_out() => VerifyFix.Turns<RemoveLimitFix>(Handler("", "\"/a\", MaxBodySize = -1"), Handler("", "\"/a\""));

    [Fact]
    public Task Limits_of_no_form_are_removed() =>
        VerifyFix.Turns<RemoveFormLimitsFix>(
            "public static class Hooks { [Webhook(\"/a\"), FormLimits(MaxFields = 1), Unverified(\"test\")] public static Task A() => Task.CompletedTask; }",
            "public static class Hooks { [Webhook(\"/a\"), Unverified(\"test\")] public static Task A() => Task.CompletedTask; }"
        );

    [Theory]
    [InlineData("string", "/repository/name", "repository.name")]
    [InlineData("string", "a->b", "a.b")]
    [InlineData("string[]", "commits.id", "commits[*].id")]
    [InlineData("string", "/a.b/0", "a\\\\.b[0]")]
    public Task A_path_is_written(string type, string before, string after) =>
        VerifyFix.Turns<WritePathFix>(Handler($"[FromJson(\"{before}\")] {type} a"), Handler($"[FromJson(\"{after}\")] {type} a"));

    [Theory]
    [InlineData("string[]", "commits[].id", "commits[*].id")]
    [InlineData("string", "a['b']", "a.b")]
    public Task A_malformed_path_is_written(string type, string before, string after) =>
        VerifyFix.Turns<MendPathFix>(Handler($"[FromJson(\"{before}\")] {type} a"), Handler($"[FromJson(\"{after}\")] {type} a"));

    private static string Handler(string parameters, string endpoint = "\"/a\"") =>
        $"using Microsoft.AspNetCore.Mvc;\n\npublic static class Hooks {{ [Webhook({endpoint}), Unverified(\"test\")] public static Task A({parameters}) => Task.CompletedTask; }}";
}
