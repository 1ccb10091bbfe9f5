using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Pipeline;

public sealed class HandlerFailureTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    [Fact]
    public async Task A_rejection_has_the_handlers_status_detail_and_headers()
    {
        var response = await _host.GetAsync("/fails/rejection");

        await response.IsProblemAsync(429, "Come back later");
        Assert.Equal("30", response.Headers.GetValues("Retry-After").Single());
    }

    [Theory]
    [InlineData("/fails/exception")]
    [InlineData("/fails/constructor")]
    [InlineData("/fails/result")]
    [InlineData("/fails/iresult")]
    [InlineData("/fails/cancelled")]
    public async Task Any_other_failure_is_500_and_leaks_nothing(string endpoint)
    {
        var response = await _host.GetAsync(endpoint);

        Assert.DoesNotContain(FailingHooks.Leak, await response.TextAsync(), StringComparison.Ordinal);
        await response.IsProblemAsync(500, null);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Errors_are_the_same_in_every_environment(string environment)
    {
        await using var host = await WebhookHost.StartAsync(environment: environment);

        var problem = await (await host.GetAsync("/fails/exception")).IsProblemAsync(500, null);

        Assert.Equal(["status", "title", "traceId", "type"], problem.Select(member => member.Key).Order());
        await host.GetAsync("/unknown").IsProblemAsync(404, null);
    }

    [Fact]
    public async Task A_failure_is_logged_with_its_exception()
    {
        await _host.GetAsync("/fails/exception");

        var entry = await _host.Log.FirstAsync("HandlerFailed");
        Assert.Equal((LogLevel.Error, "tests.runtime"), (entry.Level, entry.Fields["Plugin"]));
        Assert.Contains(FailingHooks.Leak, entry.Rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_has_begun_is_cut_off_rather_than_completed() =>
        await Assert.ThrowsAsync<HttpRequestException>(() => _host.GetAsync("/fails/late"));

    [Fact]
    public async Task A_sender_that_goes_away_cancels_the_handler_and_is_no_failure()
    {
        var room = new WaitingRoom();
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services.AddSingleton<IWaitingRoom>(room),
            settings: ("Logging:LogLevel:Hooklatch", "Debug")
        );
        using var leaving = new CancellationTokenSource();

        var request = host.Client.GetAsync(new Uri(WebhookHost.Prefix + "/waits", UriKind.Relative), leaving.Token);
        await room.Entered;
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Equal(LogLevel.Debug, (await host.Log.FirstAsync("SenderDisconnected")).Level);
        Assert.Empty(host.Log.Named("HandlerFailed"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(399)]
    [InlineData(600)]
    public void A_rejection_has_a_status_of_an_error(int status) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WebhookException(status, "no error"));

    private sealed class WaitingRoom : IWaitingRoom
    {
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => _entered.Task;

        public void Enter() => _entered.SetResult();
    }
}
