using System.Net;
using System.Text;
using Hooklatch.Inbox.Tests.Worker;
using Hooklatch.Testing;

namespace Hooklatch.Inbox.Tests.Sealing;

/// <summary>A host that seals what it stores.</summary>
public sealed class SealedHostTests
{
    private static readonly (string, string?)[] Settings = [(SealingKeys.One, SealingKeys.FirstKey), (SealingKeys.Active, "one")];

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Handlers_and_people_see_what_was_sent_and_the_store_does_not()
    {
        var memory = new InMemoryInboxStore();
        await using var host = await QueueHost.StartAsync(new ObservedStore(memory), settings: Settings);
        await host.AcceptedAsync(host.PostAsync("/plain?text=q", "at once", ("X-Text", "h")));
        Assert.Equal("at once", (await host.Script.NextAsync()).Body);
        await host.Store.NextEndAsync();

        // This one is read from the store.
        await host.Operations.PauseAsync("tests.queue", "/plain", Ended);
        await host.AcceptedAsync(host.PostAsync("/plain?text=q", "later", ("X-Text", "h")));
        var id = (await host.StoredAsync())[^1].Id;
        Assert.Equal("later", Encoding.UTF8.GetString((await host.Operations.FindAsync(id, Ended))!.Item.Body.Span));
        Assert.NotEqual("later", Encoding.UTF8.GetString((await memory.ReadAsync(id, Ended))!.Body.Span));
        await host.Operations.ResumeAsync("tests.queue", "/plain", Ended);
        var call = await host.Script.NextAsync();
        Assert.Equal(("later", "h", "q"), (call.Body, call.Header, call.Text));
        await host.Store.NextEndAsync();

        await host.Operations.ReplayAsync(id, cancellationToken: Ended);
        Assert.Equal(("later", true), (await host.Script.NextAsync()) is var again ? (again.Body, again.IsReplay) : default);
        Assert.Empty(host.Log.Mentions(SealingKeys.FirstKey));
    }

    [Fact]
    public async Task A_delivery_whose_key_is_gone_is_dead_and_runs_once_it_is_back()
    {
        await using var host = await QueueHost.StartAsync(settings: Settings);
        await host.Operations.PauseAsync("tests.queue", "/plain", Ended);
        await host.AcceptedAsync(host.PostAsync("/plain", "old"));
        host.Configuration.Change((SealingKeys.One, null), (SealingKeys.Two, SealingKeys.SecondKey), (SealingKeys.Active, "two"));
        await host.Operations.ResumeAsync("tests.queue", "/plain", Ended);

        var (work, result) = await host.Store.NextEndAsync();
        Assert.Equal((InboxState.Dead, "System.IO.InvalidDataException"), (result.State, result.ErrorType));
        Assert.Contains("Hooklatch:Inbox:Keys:one", result.Error, StringComparison.Ordinal);
        await host.AcceptedAsync(host.PostAsync("/plain", "new"));
        Assert.Equal("new", (await host.Script.NextAsync()).Body);

        host.Configuration.Change((SealingKeys.One, SealingKeys.FirstKey));
        Assert.True(await host.Operations.RequeueAsync(work.Id, Ended));
        Assert.Equal("old", (await host.Script.NextAsync()).Body);
    }

    [Theory]
    [InlineData("not base64 at all", "one", "Hooklatch:Inbox:Keys:one must be 32 bytes as base64")]
    [InlineData("c2hvcnQ=", "one", "Hooklatch:Inbox:Keys:one must be 32 bytes as base64")]
    [InlineData(null, "one", "Hooklatch:Inbox:Key names the key one, and Hooklatch:Inbox:Keys has no such key")]
    [InlineData("", "one", "Hooklatch:Inbox:Key names the key one, and Hooklatch:Inbox:Keys has no such key")]
    public async Task A_key_that_cannot_be_used_stops_the_start_and_is_not_repeated(string? key, string active, string expected)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() =>
            QueueHost.StartAsync(settings: [(SealingKeys.One, key), (SealingKeys.Active, active)])
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.False(key is { Length: > 0 } && error.ToString().Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistake_in_a_change_is_logged_without_the_key()
    {
        await using var host = await QueueHost.StartAsync(settings: Settings);
        host.Configuration.Change((SealingKeys.One, "a mistake"));

        await host.AcceptedAsync(host.PostAsync("/plain", "body"));

        Assert.Equal("body", (await host.Script.NextAsync()).Body);
        Assert.Contains("Hooklatch:Inbox:Keys:one", (await host.Log.FirstAsync("InboxKeysKept")).Message, StringComparison.Ordinal);
        Assert.Empty(host.Log.Mentions("a mistake"));
    }

    [Fact]
    public async Task The_settings_of_keys_are_known_and_others_beside_them_are_not()
    {
        await using var host = await QueueHost.StartAsync(settings: [.. Settings, ("Hooklatch:Inbox:Keyss", "one")]);

        var line = (await host.Log.FirstAsync("UnknownKeys")).Message;
        Assert.Contains("Hooklatch:Inbox:Keyss", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Hooklatch:Inbox:Keys:", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Hooklatch:Inbox:Key,", line, StringComparison.Ordinal);
    }

    /// <summary>What is sealed of a body is one more of it in memory.</summary>
    [Fact]
    public async Task What_is_sealed_is_counted_in_the_memory_for_bodies()
    {
        var body = new string('x', 400_000);
        (string, string?)[] small = [("Hooklatch:MemoryBudget", $"{4 * 450_000}")];
        await using var open = await QueueHost.StartAsync(settings: small);
        await open.AcceptedAsync(open.PostAsync("/plain", body));

        await using var host = await QueueHost.StartAsync(settings: [.. small, .. Settings]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.PostAsync("/plain", body)).StatusCode);
        await host.AcceptedAsync(host.PostAsync("/plain", body[..100_000]));
    }
}
