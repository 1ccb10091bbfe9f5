using System.Net.Http.Json;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Binding;

/// <summary>Headers and query parameters, in every form that a parameter can have.</summary>
public sealed class TextBindingTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly (string, string)[] Required = [("X-Text", "a"), ("X-Number", "1"), ("X-Day", "friday")];

    private readonly WebhookHost _host = shared.Fresh;

    [Fact]
    public async Task Headers_that_are_left_out_take_their_defaults()
    {
        var bound = await BoundAsync(_host.GetAsync("/binding/header", Required));
        Assert.Equivalent(new Bound("a", null, 1, null, 42, DayOfWeek.Friday, null, null, [], [], ""), bound, strict: true);
    }

    [Fact]
    public async Task Every_header_is_read_as_its_type_says()
    {
        var bound = await BoundAsync(
            _host.GetAsync(
                "/binding/header",
                ("X-Text", "grüße, world"),
                ("X-Maybe-Text", "b"),
                ("X-Number", "-1"),
                ("X-Maybe-Number", "2"),
                ("X-Default", "3"),
                ("X-Day", "5"),
                ("X-Maybe-Day", "SUNDAY"),
                ("X-Id", "72d3162e-cc78-11e3-81ab-4c9367dc0958"),
                ("X-Texts", "a,b"),
                ("X-Numbers", "4"),
                ("X-Values", "v")
            )
        );

        var id = new Guid("72d3162e-cc78-11e3-81ab-4c9367dc0958");
        Assert.Equivalent(
            new Bound("grüße, world", "b", -1, 2, 3, DayOfWeek.Friday, DayOfWeek.Sunday, id, ["a", "b"], [4], "v"),
            bound,
            strict: true
        );
    }

    [Fact]
    public async Task Query_parameters_are_read_as_headers_are()
    {
        var bound = await BoundAsync(
            _host.GetAsync("/binding/query?text=a%20b&number=1&day=Monday&texts=x&texts=y&numbers=1&numbers=2&values=p&values=q&DEFAULT=9")
        );
        Assert.Equivalent(new Bound("a b", null, 1, null, 9, DayOfWeek.Monday, null, null, ["x", "y"], [1, 2], "p,q"), bound, strict: true);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_named_at_once()
    {
        Assert.Equal("X-Day X-Number X-Text", await _host.GetAsync("/binding/header").WrongParametersAsync());
        Assert.Equal("day number text", await _host.GetAsync("/binding/query").WrongParametersAsync());
    }

    [Theory]
    [InlineData("X-Number", "one")]
    [InlineData("X-Number", "1.5")]
    [InlineData("X-Number", "99999999999")]
    [InlineData("X-Maybe-Number", "one")]
    [InlineData("X-Default", "one")]
    [InlineData("X-Day", "Someday")]
    [InlineData("X-Maybe-Day", "Someday")]
    [InlineData("X-Id", "72d3162e")]
    [InlineData("X-Numbers", "1,two")]
    public async Task A_malformed_value_is_named_but_not_repeated(string name, string value)
    {
        var headers = Required.Where(header => header.Item1 != name).Append((name, value)).ToArray();

        var problem = await (await _host.GetAsync("/binding/header", headers)).IsProblemAsync(400, null);

        var (parameter, messages) = Assert.Single(problem["errors"]!.AsObject());
        Assert.Equal(name, parameter);
        Assert.DoesNotContain(value, messages!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_come_from_the_request()
    {
        await using var host = await WebhookHost.StartAsync(builder => builder.Services.AddKeyedSingleton("blue", "sky"));
        await host.GetAsync("/binding/services").IsAsync(200, "True sky - True");
    }

    private static async Task<Bound?> BoundAsync(Task<HttpResponseMessage> response)
    {
        var answer = await response;
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<Bound>();
    }
}
