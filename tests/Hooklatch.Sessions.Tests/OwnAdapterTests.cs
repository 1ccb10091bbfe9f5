using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Sessions.Tests;

public sealed class OwnAdapterTests
{
    [Fact]
    public async Task An_adapter_of_the_hosts_own_is_used_by_its_name()
    {
        var own = new InMemoryChatAdapter("matrix");
        await using var host = ChatHost.Create(services => services.AddChatAdapter(own));

        await host.Sessions.SendTextAsync("matrix-!room:example.com", "hello", TestContext.Current.CancellationToken);

        Assert.Equal("!room:example.com", Assert.Single(own.Messages).Channel);
    }

    [Fact]
    public async Task An_adapter_may_be_made_of_other_services()
    {
        var own = new InMemoryChatAdapter("matrix");
        await using var host = ChatHost.Create(services =>
            services.AddSingleton(own).AddChatAdapter(provider => provider.GetRequiredService<InMemoryChatAdapter>())
        );

        await host.Sessions.SendTextAsync("matrix-a", "hello", TestContext.Current.CancellationToken);

        Assert.Single(own.Messages);
    }

    [Fact]
    public async Task It_takes_the_place_of_a_configured_one_and_keeps_its_policy()
    {
        var memory = new InMemoryChatAdapter("telegram");
        await using var host = ChatHost.Create(
            services => services.AddChatAdapter(memory),
            ("telegram:Token", "123:ABC"),
            ("telegram:Channels", "ops")
        );

        await host.Sessions.SendTextAsync("telegram-ops", "hello", TestContext.Current.CancellationToken);
        var other = await host.Sessions.SendTextAsync("telegram-dev", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Single(memory.Messages);
        Assert.Equal(ChatFailure.UnknownChannel, other.Failure);
    }

    [Fact]
    public async Task A_kind_of_the_hosts_own_is_configured_as_any_other()
    {
        await using var host = ChatHost.Create(
            services => services.AddChatKind("room", (settings, _) => new Room(settings)),
            ("a:Kind", "room"),
            ("a:Number", "1"),
            ("b:Kind", "Room")
        );

        await host.Sessions.SendTextAsync("a-1", "hello", TestContext.Current.CancellationToken);
        var error = await host.Sessions.SendTextAsync("b-1", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal((ChatFailure.NotConfigured, "Hooklatch:Sessions:b:Number is not configured."), (error.Failure, error.Message));
    }

    [Fact]
    public async Task A_kind_that_fails_to_build_fails_alone_and_tells_no_setting()
    {
        await using var host = ChatHost.Create(
            services => services.AddChatKind("room", (settings, _) => throw new FormatException(settings.Text("Number"))),
            ("a:Kind", "room"),
            ("a:Number", "canary"),
            ("console:Kind", "console")
        );

        var error = await host.Sessions.SendTextAsync("a-1", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal("Hooklatch:Sessions:a: the adapter could not be built (FormatException).", error.Message);
        Assert.True(await host.Sessions.TrySendTextAsync("console-a", "hello", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_another_service_says_of_the_network_is_tried_again()
    {
        var attempts = 0;
        await using var host = ChatHost.Create(services => services.AddChatAdapter(new Flaky(() => attempts++)));

        var sending = host.Sessions.SendTextAsync("flaky-a", "hello", TestContext.Current.CancellationToken);
        await host.Time.NextWaitAsync();
        host.Time.Advance(await host.Time.NextWaitAsync());
        await sending;

        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task It_quotes_its_service_without_its_secrets()
    {
        await using var host = ChatHost.Create(
            services => services.AddChatKind("room", (settings, _) => new Gossip(settings)),
            ("room:Token", "canary-1"),
            ("room:Url", "https://user:canary-2@example.com/canary-3?key=canary-4")
        );

        var error = await host.Sessions.SendTextAsync("room-1", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal("*** *** *** *** room", error.Message);
    }

    private sealed class Gossip(ChatAdapterSettings settings) : IChatAdapter
    {
        private readonly (string?, Uri?) _secrets = (settings.Secret("Token"), settings.Url("Url"));

        public string Name => settings.Name;

        public Task SendAsync(ChatMessage message, CancellationToken cancellationToken) =>
            throw new ChatException(
                ChatFailure.Rejected,
                settings.Quote($"{_secrets.Item1} canary-2 {_secrets.Item2!.Segments[1]} CANARY-4 room\n")
            );
    }

    private sealed class Room(ChatAdapterSettings settings) : IChatAdapter
    {
        public string Name { get; } = settings.Text("Number") is null ? throw settings.Missing("Number") : settings.Name;

        public Task SendAsync(ChatMessage message, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Flaky(Func<int> attempt) : IChatAdapter
    {
        public string Name => "flaky";

        public Task SendAsync(ChatMessage message, CancellationToken cancellationToken) =>
            attempt() == 0 ? Task.FromException(new HttpRequestException("reset")) : Task.CompletedTask;
    }
}
