using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0001, HL0002, HL0017 and HL0018: the endpoint and its methods.</summary>
public class EndpointTests
{
    [Fact]
    public Task An_endpoint_starts_with_a_slash() =>
        Verify.Handlers(
            """[Webhook({|HL0001:"orders"|}), Unverified("test")] public static Task A() => Task.CompletedTask;""",
            "The endpoint \"orders\" does not start with '/': write \"/orders\""
        );

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null!")]
    [InlineData("nameof(A)")]
    [InlineData("endpoint: \"a\"")]
    public Task An_endpoint_without_a_slash_is_marked_whatever_it_is_written_as(string argument)
    {
        var marked = argument.Split(": ") is [var name, var value] ? $"{name}: {{|HL0001:{value}|}}" : $"{{|HL0001:{argument}|}}";
        return Verify.Handlers($"[Webhook({marked}), Unverified(\"test\")] public static Task A() => Task.CompletedTask;");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/github")]
    [InlineData("/a/b.c/D-1_~!$&'()*+,;=:@")]
    [InlineData("/a/...")]
    [InlineData("/hooks/{tenant}/x")]
    public Task A_plain_path_is_right(string endpoint) =>
        Verify.Handlers($"[Webhook(\"{endpoint}\"), Unverified(\"test\")] public static Task A() => Task.CompletedTask;");

    [Fact]
    public Task One_handler_answers_an_endpoint_and_method() =>
        Verify.Handlers(
            """
            [Webhook("/a", Methods = ["GET", "POST"]), Unverified("test")] public static Task First() => Task.CompletedTask;
            [Webhook({|HL0002:"/a"|}, Methods = ["POST"]), Unverified("test")] public static Task Second() => Task.CompletedTask;
            """,
            "POST /a is handled by First already: give one of them other Methods or another endpoint"
        );

    [Fact]
    public Task The_two_parts_of_a_partial_handler_are_one() =>
        Verify.Plugin(
            """
            public static partial class Hooks
            {
                [Webhook("/a"), Unverified("test")] public static partial Task First(int x);
                public static partial Task First(int x) => Task.CompletedTask;

                public static partial Task Second(int x);
                [Webhook("/b"), Unverified("test")] public static partial Task Second(int x) => Task.CompletedTask;

                [PluginServices] public static partial void {|HL0051:Wrong|}(int services);
                public static partial void Wrong(int services) { }
            }
            """
        );

    [Fact]
    public Task One_handler_answers_the_remaining_methods_of_an_endpoint() =>
        Verify.Handlers(
            """
            [Webhook("/a"), Unverified("test")] public static Task First() => Task.CompletedTask;
            [Webhook({|HL0002:"/a"|}), Unverified("test")] public static Task Second() => Task.CompletedTask;
            """,
            "Every method of /a is handled by First already: give one of them other Methods or another endpoint"
        );

    [Fact]
    public Task Parameters_of_an_endpoint_match_the_same_requests_whatever_their_names() =>
        Verify.Handlers(
            """
            [Webhook("/a/{x}"), Unverified("test")] public static Task First(string x) => Task.CompletedTask;
            [Webhook({|HL0002:"/a/{y}"|}), Unverified("test")] public static Task Second(string y) => Task.CompletedTask;
            """
        );

    [Fact]
    public Task An_endpoint_is_divided_by_methods_and_by_case() =>
        Verify.Handlers(
            """
            [Webhook("/a", Methods = ["GET"]), Unverified("test")] public static Task Get() => Task.CompletedTask;
            [Webhook("/a", Methods = ["POST"]), Unverified("test")] public static Task Post() => Task.CompletedTask;
            [Webhook("/a"), Unverified("test")] public static Task Rest() => Task.CompletedTask;
            [Webhook("/A"), Unverified("test")] public static Task Capital() => Task.CompletedTask;
            """
        );

    [Fact]
    public Task An_endpoint_declared_in_two_classes_is_found() =>
        Verify.Plugin(
            """
            public static class A { [Webhook("/a"), Unverified("test")] public static Task First() => Task.CompletedTask; }
            public static class B { [Webhook({|HL0002:"/a"|}), Unverified("test")] public static Task Second() => Task.CompletedTask; }
            """
        );

    [Theory]
    [InlineData("/a b", "\" \"")]
    [InlineData("/a?b", "\"?\"")]
    [InlineData("/a#b", "\"#\"")]
    [InlineData("/%61", "\"%\"")]
    [InlineData("/ä", "\"ä\"")]
    public Task A_character_that_needs_encoding_is_rejected(string endpoint, string character) =>
        Verify.Handlers(
            $"[Webhook({{|HL0017:\"{endpoint}\"|}}), Unverified(\"test\")] public static Task A() => Task.CompletedTask;",
            $"The endpoint \"{endpoint}\" is not a plain path: it holds {character}; use letters, digits and /-._~!$&'()*+,;=:@"
        );

    [Theory]
    [InlineData("/{1}", "'{1}' is no parameter; write {name}, the parameter's type says what it may hold")]
    [InlineData("/{id}/{ID}", "the parameter 'id' stands in it twice")]
    [InlineData("/a-{id}", "a parameter is one whole segment, such as /hooks/{tenant}")]
    [InlineData("/{", "a parameter is one whole segment, such as /hooks/{tenant}")]
    public Task A_parameter_is_a_segment_with_a_name(string endpoint, string problem) =>
        Verify.Handlers(
            $"[Webhook({{|HL0017:\"{endpoint}\"|}}), Unverified(\"test\")] public static Task A() => Task.CompletedTask;",
            $"The endpoint \"{endpoint}\" is not a plain path: {problem}"
        );

    [Theory]
    [InlineData("/a/../b")]
    [InlineData("/.")]
    public Task A_segment_that_clients_remove_is_rejected(string endpoint) =>
        Verify.Handlers(
            $"[Webhook({{|HL0017:\"{endpoint}\"|}}), Unverified(\"test\")] public static Task A() => Task.CompletedTask;",
            $"The endpoint \"{endpoint}\" is not a plain path: clients remove the segments '.' and '..' before they send a request"
        );

    [Theory]
    [InlineData("""["GET", {|HL0018:"post"|}]""")]
    [InlineData("""new[] { {|HL0018:""|}, "GET" }""")]
    [InlineData("""new string[] { {|HL0018:"P T"|}, {|HL0018:"P1"|} }""")]
    [InlineData("""[{|HL0018:null!|}]""")]
    public Task A_method_is_an_HTTP_token(string methods) =>
        Verify.Handlers($"[Webhook(\"/a\", Methods = {methods}), Unverified(\"test\")] public static Task A() => Task.CompletedTask;");

    [Fact]
    public Task A_method_in_small_letters_is_shown_the_right_way() =>
        Verify.Handlers(
            """[Webhook("/a", Methods = [{|HL0018:"post"|}]), Unverified("test")] public static Task A() => Task.CompletedTask;""",
            "\"post\" is not an HTTP method: write it as it stands in a request line, such as \"POST\""
        );

    [Theory]
    [InlineData("""["M-SEARCH"]""")]
    [InlineData("""["GET", "GET"]""")]
    public Task Methods_in_capitals_are_right(string methods) =>
        Verify.Handlers($"[Webhook(\"/a\", Methods = {methods}), Unverified(\"test\")] public static Task A() => Task.CompletedTask;");
}
