using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Binding;

/// <summary>A JSON body as an element, a node and a type of the plugin's.</summary>
public sealed class JsonBodyTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    [Theory]
    [InlineData("/json/element", """{"a":[1,"é",null]}""")]
    [InlineData("/json/element", "null")]
    [InlineData("/json/node", """[true]""")]
    [InlineData("/json/node", "1.50")]
    [InlineData("/json/object", """{"a":1}""")]
    [InlineData("/json/array", "[1]")]
    [InlineData("/json/typed", """{"orderId":"A","count":1}""")]
    [InlineData("/json/struct", """{"x":1,"y":2}""")]
    [InlineData("/json/own-options", """{"order_id":"A"}""")]
    public async Task A_document_is_bound(string endpoint, string body) => await _host.PostAsync(endpoint, body).IsAsync(200, body);

    [Theory]
    [InlineData("/json/object", "[1]", "$")]
    [InlineData("/json/object", "\"text\"", "$")]
    [InlineData("/json/object", "null", "$")]
    [InlineData("/json/array", "{}", "$")]
    [InlineData("/json/node", "null", "$")]
    [InlineData("/json/typed", "null", "$")]
    [InlineData("/json/typed", "", "$")]
    [InlineData("/json/struct", "", "$")]
    [InlineData("/json/with-header", "", "$ X-Number X-Text")]
    public async Task A_document_of_another_shape_or_none_is_400(string endpoint, string body, string wrong) =>
        Assert.Equal(wrong, await _host.PostAsync(endpoint, body).WrongParametersAsync());

    [Theory]
    [InlineData("/json/typed", "[]")]
    [InlineData("/json/typed", """{"orderId":1}""")]
    [InlineData("/json/typed", """{"count":"many"}""")]
    [InlineData("/json/struct", "null")]
    [InlineData("/json/struct", "1")]
    public async Task A_value_of_another_type_is_400(string endpoint, string body) =>
        await _host.PostAsync(endpoint, body).IsProblemAsync(400, "Invalid JSON payload");

    [Fact]
    public async Task A_context_without_options_reads_as_the_web_does() =>
        await _host.PostAsync("/json/typed", """{"ORDERID":"A","count":"2"}""").IsAsync(200, """{"orderId":"A","count":2}""");

    [Theory]
    [InlineData("""{"orderId":"A"}""")]
    [InlineData("""{"ORDER_ID":"A"}""")]
    public async Task A_context_with_options_keeps_them(string body) =>
        await _host.PostAsync("/json/own-options", body).IsAsync(200, """{"order_id":null}""");

    [Theory]
    [InlineData("/json/element", """{"a":1,"a":2}""")]
    [InlineData("/json/element", """{"a":1,"\u0061":2}""")]
    [InlineData("/json/element", """{"deep":[{"a":1,"a":1}]}""")]
    [InlineData("/json/node", """{"a":1,"\u0061":2}""")]
    [InlineData("/json/object", """{"a":1,"a":2}""")]
    [InlineData("/json/typed", """{"orderId":"A","orderId":"B","count":1}""")]
    [InlineData("/json/typed", """{"orderId":"A","\u006frderId":"B","count":1}""")]
    [InlineData("/json/typed", """{"orderId":"A","ORDERID":"B","count":1}""")]
    [InlineData("/json/own-options", """{"order_id":"A","order_id":"B"}""")]
    public async Task A_repeated_name_is_400(string endpoint, string body) =>
        await _host.PostAsync(endpoint, body).IsProblemAsync(400, "Invalid JSON payload");

    [Theory]
    [InlineData("/json/element")]
    [InlineData("/json/node")]
    [InlineData("/json/array")]
    public async Task Arrays_may_be_64_deep(string endpoint)
    {
        await _host.PostAsync(endpoint, Nested('[', "", ']', 64)).IsAsync(200);
        await _host.PostAsync(endpoint, Nested('[', "", ']', 65)).IsProblemAsync(400, "Invalid JSON payload");
        await _host.PostAsync(endpoint, new string('[', 100_000)).IsProblemAsync(400, "Invalid JSON payload");
    }

    [Fact]
    public async Task Objects_may_be_64_deep()
    {
        await _host.PostAsync("/json/deep", Objects(64)).IsAsync(200);
        await _host.PostAsync("/json/deep", Objects(65)).IsProblemAsync(400, "Invalid JSON payload");

        static string Objects(int depth) => string.Concat(Enumerable.Repeat("""{"inner":""", depth)) + "null" + new string('}', depth);
    }

    [Theory]
    [InlineData("/json/element/optional", "nothing")]
    [InlineData("/json/element/default", "Undefined")]
    [InlineData("/json/typed/optional", "nothing")]
    [InlineData("/json/struct/optional", "nothing")]
    public async Task An_optional_body_may_be_left_out(string endpoint, string answer)
    {
        await _host.SendAsync(HttpMethod.Post, endpoint).IsAsync(200, answer);
        await _host.PostAsync(endpoint, "").IsAsync(200, answer);
        await _host.PostAsync(endpoint, "{").IsProblemAsync(400, "Invalid JSON payload");
    }

    [Fact]
    public async Task An_optional_body_is_read_where_it_stands()
    {
        await _host.PostAsync("/json/element/optional", "[1]").IsAsync(200, "[1]");
        await _host.PostAsync("/json/typed/optional", """{"orderId":"A"}""").IsAsync(200, "A");
        await _host.PostAsync("/json/struct/optional", """{"x":1}""").IsAsync(200, "Point { X = 1, Y = 0 }");
    }

    [Fact]
    public async Task Everything_that_is_wrong_beside_a_body_is_named() =>
        Assert.Equal("X-Number X-Text", await _host.PostAsync("/json/with-header", """{"orderId":"A"}""").WrongParametersAsync());

    [Fact]
    public async Task A_raw_body_is_the_bytes_that_were_sent() =>
        await _host.PostAsync("/json/raw", "\uFEFF{ }", ("Content-Type", "application/anything")).IsAsync(200, "EFBBBF7B207D");

    private static string Nested(char open, string inner, char close, int depth) =>
        new string(open, depth) + inner + new string(close, depth);
}
