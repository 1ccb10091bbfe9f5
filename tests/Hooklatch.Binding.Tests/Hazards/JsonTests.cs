using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Hazards;

/// <summary>JSON that is too deep, or that says one thing twice.</summary>
public sealed class JsonTests(HooklatchHost host) : IClassFixture<HooklatchHost>
{
    public static TheoryData<string> Readers => ["/json/element", "/json/node", "/json/array", "/fromjson/name"];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_document_of_depth_64_is_read(string endpoint) => Assert.Equal(200, await StatusAsync(endpoint, Nested(64)));

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_deeper_document_is_rejected(string endpoint)
    {
        Assert.Equal(400, await StatusAsync(endpoint, Nested(65)));
        Assert.Equal(400, await StatusAsync(endpoint, Nested(100_000)));
    }

    [Theory]
    [InlineData(63, 200)]
    [InlineData(64, 200)]
    [InlineData(65, 400)]
    [InlineData(100_000, 400)]
    public async Task A_typed_body_has_the_same_depth(int depth, int expected)
    {
        var members = string.Concat(Enumerable.Repeat("{\"inner\":", depth - 1));
        Assert.Equal(expected, await StatusAsync("/json/payload", $"{members}{{}}{new string('}', depth - 1)}"));
    }

    [Theory]
    [InlineData("""{"name":"a","name":"b"}""")]
    [InlineData("""{"name":"a","name":"a"}""")]
    [InlineData("""{"name":"a","n\u0061me":"b"}""")]
    [InlineData("""{"\u006e\u0061\u006d\u0065":"a","name":"b"}""")]
    [InlineData("""{"name":"a","inner":{"id":1,"id":2}}""")]
    [InlineData("""{"name":"a","inner":{"id":1},"inner":{"id":2}}""")]
    [InlineData("""{"name":null,"name":"b"}""")]
    public async Task A_repeated_name_is_rejected(string document)
    {
        Assert.Equal(400, await StatusAsync("/fromjson/name", document));
        Assert.Equal(400, await StatusAsync("/json/element", document));
        Assert.Equal(400, await StatusAsync("/json/object", document));
        Assert.Equal(400, await StatusAsync("/json/dictionary", document));
    }

    [Theory]
    [InlineData("""{"name":"a","name":"b","count":1}""")]
    [InlineData("""{"name":"a","n\u0061me":"b","count":1}""")]
    [InlineData("""{"name":"a","NAME":"b","count":1}""")]
    [InlineData("""{"name":"a","count":1,"inner":{"name":"a","name":"b","count":1}}""")]
    [InlineData("""{"name":"a","count":1,"labels":{"a":"1","\u0061":"2"}}""")]
    public async Task A_repeated_member_of_a_typed_body_is_rejected(string document) =>
        Assert.Equal(400, await StatusAsync("/json/payload", document));

    private async Task<int> StatusAsync(string endpoint, string document) =>
        (await host.SendAsync(Request.WithBody(endpoint, "application/json", document))).Status;

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
