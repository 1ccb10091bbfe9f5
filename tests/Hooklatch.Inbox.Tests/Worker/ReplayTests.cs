using System.Text;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>What a person is told who looks at a delivery or has it run once more.</summary>
public sealed class ReplayTests
{
    private const string Secret = "It's a Secret to Everybody";
    private const string Setting = "Plugins:tests.queue:Secret";

    [Fact]
    public async Task A_replay_says_which_secret_had_matched_and_whether_it_is_still_configured()
    {
        await using var host = await QueueHost.StartAsync();
        host.Configuration.Change([(Setting, $"first\n{Secret}")]);
        await host.AcceptedAsync(host.PostGitHubAsync("push", "id-1"));
        await host.Store.NextEndAsync();
        var id = Assert.Single(await host.StoredAsync()).Id;

        var replay = await ReplayAsync(host, id);
        Assert.Equal(InboxReplayKind.Replayed, replay.Kind);
        Assert.NotEqual(id, replay.Id);
        Assert.Equal(
            new InboxVerification
            {
                Scheme = "HMAC-SHA256 in X-Hub-Signature-256",
                Setting = Setting,
                SecretIndex = 1,
                IsSecretConfigured = true,
            },
            replay.Verification
        );

        host.Configuration.Change([(Setting, "first\nsecond")]);
        Assert.False((await ReplayAsync(host, id)).Verification!.IsSecretConfigured);
        // Both run all the same: it was verified when it came in.
        Assert.False((await host.Script.NextAsync()).IsReplay);
        Assert.True((await host.Script.NextAsync()).IsReplay);
        Assert.True((await host.Script.NextAsync()).IsReplay);

        host.Configuration.Change([(Setting, $"{Secret}\nthird")]);
        var found = (await host.Operations.FindAsync(id, TestContext.Current.CancellationToken))!;
        Assert.Equal((1, true), (found.Verification!.SecretIndex, found.Verification.IsSecretConfigured));
        Assert.DoesNotContain("Secret to", Encoding.UTF8.GetString(found.Item.Details.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_of_a_replay_knows_it_too()
    {
        await using var host = await QueueHost.StartAsync();
        await host.AcceptedAsync(host.PostGitHubAsync("push", "id-1"));
        await host.Store.NextEndAsync();

        var replay = await ReplayAsync(host, Assert.Single(await host.StoredAsync()).Id);
        var again = await ReplayAsync(host, replay.Id!.Value);

        Assert.True(again.Verification!.IsSecretConfigured);
    }

    [Fact]
    public async Task A_token_is_told_from_others_too()
    {
        await using var host = await QueueHost.StartAsync();
        await host.AcceptedAsync(host.PostAsync("/token", "{}", ("X-Token", Secret)));
        await host.Store.NextEndAsync();
        var id = Assert.Single(await host.StoredAsync()).Id;

        Assert.Equal((Setting, 0, true), await VerifiedAsync(host, id));
        host.Configuration.Change([(Setting, "another")]);
        Assert.Equal((Setting, 0, false), await VerifiedAsync(host, id));
        host.Configuration.Change([(Setting, null)]);
        Assert.Equal((Setting, 0, false), await VerifiedAsync(host, id));
    }

    [Fact]
    public async Task What_nobody_verified_had_no_secret()
    {
        await using var host = await QueueHost.StartAsync();
        await host.AcceptedAsync(host.PostAsync("/plain"));
        await host.Store.NextEndAsync();

        var replay = await ReplayAsync(host, Assert.Single(await host.StoredAsync()).Id);

        Assert.Equal(new InboxVerification { Scheme = "unverified (A test.)" }, replay.Verification);
    }

    [Fact]
    public async Task What_ran_inline_is_kept_to_be_looked_at_and_says_that_it_cannot_run_again()
    {
        await using var host = await QueueHost.StartAsync();
        await host.PostGitHubAsync("push", "id-1", """{"id":1}""", "/recorded-json");
        await host.Store.NextRecordAsync();
        var id = Assert.Single(await host.StoredAsync()).Id;

        var replay = await ReplayAsync(host, id);

        Assert.Equal((InboxReplayKind.Inline, null), (replay.Kind, replay.Id));
        Assert.True(replay.Verification!.IsSecretConfigured);
        Assert.True((await host.Operations.FindAsync(id, TestContext.Current.CancellationToken))!.IsInline);
        Assert.Single(await host.StoredAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var host = await QueueHost.StartAsync();

        Assert.Equal(new InboxReplay(InboxReplayKind.NotFound), await ReplayAsync(host, 4711));
    }

    private static async Task<(string?, int?, bool?)> VerifiedAsync(QueueHost host, long id) =>
        (await host.Operations.FindAsync(id, TestContext.Current.CancellationToken))!.Verification is { } verification
            ? (verification.Setting, verification.SecretIndex, verification.IsSecretConfigured)
            : default;

    private static async Task<InboxReplay> ReplayAsync(QueueHost host, long id) =>
        await host.Operations.ReplayAsync(id, cancellationToken: TestContext.Current.CancellationToken);
}
