using System.Net;
using Hooklatch.Console.Tests.Api;
using Hooklatch.Console.Tests.Plugin;
using Hooklatch.Deliveries;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Trials;

/// <summary>A test that is sent to a webhook.</summary>
public sealed class TrialTests
{
    [Theory]
    [InlineData("/github", "push", "OnPush")]
    [InlineData("/github", "issues.opened", "OnIssue")]
    [InlineData("/github", null, "On")]
    [InlineData("/github_all", null, "OnAnything")]
    [InlineData("/stripe", null, "OnPayment")]
    [InlineData("/token", null, "OnToken")]
    [InlineData("/open/{shop}", null, "OnOpen")]
    [InlineData("/form", null, "OnForm")]
    [InlineData("/queued", null, "OnQueued")]
    public async Task A_sample_that_is_signed_with_the_configured_secret_is_verified_and_bound_and_no_handler_runs(
        string endpoint,
        string? name,
        string handler
    )
    {
        await using var host = await ShopHost.StartAsync();
        host.Role = ConsoleRole.Read;

        var (status, result) = await host.TestAsync(endpoint, name);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(result.Succeeded, result.Message);
        Assert.Contains(handler, result.Handler, StringComparison.Ordinal);
        Assert.False(result.Ran);
        Assert.Empty(host.Calls.Ran);
    }

    [Fact]
    public async Task A_test_leaves_nothing_behind()
    {
        await using var host = await ShopHost.StartAsync();
        host.Log.Forget();

        await host.TestAsync("/queued");
        await host.TestAsync("/github", "push");
        await host.TestAsync(
            new TestRequest
            {
                Plugin = ShopHost.Plugin,
                Endpoint = "/token",
                Body = "{}",
            }
        );

        var stored = await host.Service<IInboxOperations>().SearchAsync(new InboxQuery(), TestContext.Current.CancellationToken);
        Assert.Empty(stored.Deliveries);
        Assert.Empty(host.Service<IRefusalLog>().Read());
        Assert.Empty((await host.GetAsync("/activity", ManagementJson.Default.ActivityView)).Outcomes);
        Assert.DoesNotContain(host.Log.Own, entry => entry.Everything.Contains("Delivery", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_test_is_no_duplicate_of_itself()
    {
        await using var host = await ShopHost.StartAsync();

        await host.TestAsync("/stripe", runs: true);
        await host.TestAsync("/stripe", runs: true);

        Assert.Equal(2, host.Calls.Ran.Count);
    }

    [Fact]
    public async Task With_the_right_role_and_a_confirmation_the_handler_runs_and_that_is_noted()
    {
        await using var host = await ShopHost.StartAsync();

        var (_, result) = await host.TestAsync("/token", runs: true);

        Assert.True(result is { Ran: true, Succeeded: true, Status: 200, Answer: "taken" }, result.Message);
        Assert.Equal("OnToken 1 sample", Assert.Single(host.Calls.Ran));
        Assert.Equal(("test", "acme.shop/token"), (AuditRows.Of(host).Single().Action, AuditRows.Of(host).Single().Target));
    }

    [Fact]
    public async Task Who_only_reads_does_not_run_a_handler()
    {
        await using var host = await ShopHost.StartAsync("Development");
        host.Role = ConsoleRole.Bodies;

        var (status, _) = await host.TestAsync("/token", runs: true);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Empty(host.Calls.Ran);
    }

    [Theory]
    [InlineData("Production", HttpStatusCode.BadRequest, 0)]
    [InlineData("Development", HttpStatusCode.OK, 1)]
    public async Task Outside_of_Development_a_handler_runs_only_if_somebody_confirms_it(
        string environment,
        HttpStatusCode expected,
        int runs
    )
    {
        await using var host = await ShopHost.StartAsync(environment);

        var (status, _) = await host.TestAsync(
            new TestRequest
            {
                Plugin = ShopHost.Plugin,
                Endpoint = "/token",
                RunsHandler = true,
            }
        );

        Assert.Equal(expected, status);
        Assert.Equal(runs, host.Calls.Ran.Count);
    }

    [Fact]
    public async Task What_the_handler_cannot_be_called_with_is_said_in_words()
    {
        await using var host = await ShopHost.StartAsync();

        var (_, result) = await host.TestAsync(
            new TestRequest
            {
                Plugin = ShopHost.Plugin,
                Endpoint = "/token",
                Body = """{"order":{"id":"no number"}}""",
            }
        );

        Assert.False(result.Succeeded);
        Assert.Equal(400, result.Status);
        Assert.Contains("order.id", result.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("no number", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_of_an_object_that_is_made_of_parameters_are_checked()
    {
        await using var host = await ShopHost.StartAsync();

        var (_, result) = await host.TestAsync("/limits");

        Assert.False(result.Succeeded);
        Assert.Contains("Page", result.Message, StringComparison.Ordinal);
        Assert.Empty(host.Calls.Ran);
    }

    [Fact]
    public async Task What_the_sample_lacks_is_named()
    {
        await using var host = await ShopHost.StartAsync();

        var (_, result) = await host.TestAsync("/stripe");

        Assert.Contains("data.object.metadata.order", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_no_handler_takes_is_said_to_run_nothing()
    {
        await using var host = await ShopHost.StartAsync();

        var (_, result) = await host.TestAsync("/github", "star");

        Assert.Contains("no handler takes the event 'star'", result.Message, StringComparison.Ordinal);
        Assert.Null(result.Handler);
    }

    [Fact]
    public async Task Without_its_secret_a_webhook_is_not_tested()
    {
        await using var host = await ShopHost.StartAsync(settings: ("Plugins:acme.shop:Token", null));

        var (_, result) = await host.TestAsync("/token");

        Assert.False(result.Succeeded);
        Assert.Contains("Plugins:acme.shop:Token", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_throws_is_named_without_what_it_says()
    {
        await using var host = await ShopHost.StartAsync();
        host.Calls.Does = () => throw new InvalidOperationException("canary");

        var (_, result) = await host.TestAsync("/token", runs: true);

        Assert.Contains("threw InvalidOperationException", result.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", result.Message + result.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_signature_nor_the_secret_is_in_an_answer_or_a_log()
    {
        await using var host = await ShopHost.StartAsync();

        using var answer = await host.PostAsync("/test", """{"plugin":"acme.shop","endpoint":"/github"}""");

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("sha256=", text, StringComparison.Ordinal);
        Assert.DoesNotContain(ShopHost.GitHubSecret, text, StringComparison.Ordinal);
        Assert.Empty(host.Log.Mentions(ShopHost.GitHubSecret));
        Assert.Empty(host.Log.Mentions("sha256="));
    }

    [Theory]
    [InlineData("no JSON", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"plugin":"acme.shop","endpoint":"/none"}""", HttpStatusCode.NotFound)]
    public async Task What_is_no_test_is_refused(string body, HttpStatusCode expected)
    {
        await using var host = await ShopHost.StartAsync();

        using var answer = await host.PostAsync("/test", body);

        Assert.Equal(expected, answer.StatusCode);
    }
}
