using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Hooklatch.Tests.Routing;

/// <summary>A path is the text of the request line: the same letters in the same case, nothing decoded, nothing added.</summary>
public sealed class ExactRouteTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    [Theory]
    [InlineData("/any", 200)]
    [InlineData("/any?", 200)]
    [InlineData("/any?a=/x/../y", 200)]
    [InlineData("/slash/", 200)]
    [InlineData("/", 200)]
    [InlineData("", 404)]
    [InlineData("/any/", 404)]
    [InlineData("/slash", 404)]
    [InlineData("/ANY", 404)]
    [InlineData("//any", 404)]
    [InlineData("/any//", 404)]
    [InlineData("/%61ny", 404)]
    [InlineData("/any%2F", 404)]
    [InlineData("/any%3F", 404)]
    [InlineData("/any%00", 400)] // The server itself rejects it.
    [InlineData("/any%20", 404)]
    [InlineData("/./any", 404)]
    [InlineData("/x/../any", 404)]
    [InlineData("/x/%2e%2e/any", 404)]
    [InlineData("/any;a=b", 404)]
    [InlineData("/any.json", 404)]
    [InlineData("/an", 404)]
    public async Task Only_the_declared_endpoint_is_found(string endpoint, int status) =>
        Assert.Equal(status, (await _host.SendRawAsync("GET", WebhookHost.Prefix + endpoint)).Status);

    [Theory]
    [InlineData("/API/plugin/tests.runtime/webhook/any")]
    [InlineData("/api/Plugin/tests.runtime/webhook/any")]
    [InlineData("/api/plugin/Tests.runtime/webhook/any")]
    [InlineData("/api/plugin/tests%2Eruntime/webhook/any")]
    [InlineData("/api/plugin/tests/runtime/webhook/any")]
    [InlineData("/api/plugin/tests.runtime/Webhook/any")]
    [InlineData("/x/../api/plugin/tests.runtime/webhook/any")]
    [InlineData("//api/plugin/tests.runtime/webhook/any")]
    public async Task Only_the_exact_prefix_is_found(string target) => Assert.Equal(404, (await _host.SendRawAsync("GET", target)).Status);

    [Theory]
    [InlineData("http://localhost/api/plugin/tests.runtime/webhook/any", 200)]
    [InlineData("http://localhost/api/plugin/tests.runtime/webhook/any?a=http://b", 200)]
    [InlineData("http://localhost/api/plugin/tests.runtime/webhook/ANY", 404)]
    [InlineData("http://localhost/api/plugin/tests.runtime/webhook/%61ny", 404)]
    public async Task A_proxys_absolute_target_is_read_by_its_path(string target, int status) =>
        Assert.Equal(status, (await _host.SendRawAsync("GET", target)).Status);

    [Fact]
    public async Task Endpoints_that_differ_in_case_are_different()
    {
        await _host.GetAsync("/case").IsAsync(200, "LowerCase");
        await _host.GetAsync("/CASE").IsAsync(200, "UpperCase");
        await _host.GetAsync("/Case").IsProblemAsync(404, null);
    }

    [Theory]
    [InlineData("/behind/api/plugin/tests.runtime/webhook/any", 200)]
    [InlineData("/api/plugin/tests.runtime/webhook/any", 200)]
    [InlineData("/behind/behind/api/plugin/tests.runtime/webhook/any", 404)]
    [InlineData("/behind/api/plugin/tests.runtime/webhook/ANY", 404)]
    [InlineData("/b%65hind/api/plugin/tests.runtime/webhook/any", 404)]
    [InlineData("/behind//api/plugin/tests.runtime/webhook/any", 404)]
    [InlineData("/x/../behind/api/plugin/tests.runtime/webhook/any", 404)]
    public async Task A_path_base_is_taken_off_before_the_comparison(string target, int status)
    {
        await using var host = await WebhookHost.StartAsync(use: app => app.UsePathBase("/behind"));
        Assert.Equal(status, (await host.SendRawAsync("GET", target)).Status);
    }

    [Theory]
    [InlineData("/Für uns", "/F%C3%BCr%20uns")]
    [InlineData("/a+b", "/a+b")]
    public async Task A_path_base_may_be_percent_encoded(string pathBase, string encoded)
    {
        await using var host = await WebhookHost.StartAsync(use: app => app.UsePathBase(pathBase));
        Assert.Equal(200, (await host.SendRawAsync("GET", encoded + WebhookHost.Prefix + "/any")).Status);
    }
}
