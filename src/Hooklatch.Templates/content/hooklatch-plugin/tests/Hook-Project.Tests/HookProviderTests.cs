using System.Net;
using Hooklatch.Testing;

namespace Hook_Project.Tests;

public sealed class HookProviderTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Body = """hook_body""";

    private static readonly SignedRequestOptions Options = new()
    {
        Url = new Uri("/api/plugin/hook_author.hook_module/webhook/hook-endpoint", UriKind.Relative),
        Event = "hook_event",
    };

    [Fact]
    public async Task A_signed_delivery_is_answered()
    {
        using var request = SignedRequest.For<HookProviderSignatureAttribute>(RunningApp.Secret, Body, Options);

        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Thank you, octo/hello", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_delivery_that_is_signed_with_another_secret_is_refused()
    {
        const string Other = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        using var request = SignedRequest.For<HookProviderSignatureAttribute>(Other, Body, Options);

        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_host_is_healthy() =>
        Assert.Equal("Healthy", await app.Client.GetStringAsync("/health", TestContext.Current.CancellationToken));
}
