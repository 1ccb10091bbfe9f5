using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Sessions.Tests;

public sealed class ContextTests
{
    [Fact]
    public async Task Sends_arrive_in_the_order_of_the_calls_also_when_the_first_is_slow()
    {
        var slow = new SlowFirst();
        await using var host = ChatHost.Create(services => services.AddChatAdapter(slow));
        await using var chat = await host.Sessions.OpenAsync("slow-a");

        var first = chat.SendTextAsync("first", TestContext.Current.CancellationToken);
        var second = chat.SendImageAsync(Picture.Png, TestContext.Current.CancellationToken);
        var third = chat.SendFileAsync(Picture.Report, TestContext.Current.CancellationToken);
        var started = slow.Started;
        slow.Continue();
        await Task.WhenAll(first, second, third);

        Assert.Equal(1, started);
        Assert.Equal("slow-a", chat.ChatKey);
        Assert.Equal(["first", "chart.png", Picture.Report.Name], slow.Sent);
    }

    [Fact]
    public async Task One_that_fails_does_not_stop_the_next()
    {
        var memory = new InMemoryChatAdapter { Failure = new ChatException(ChatFailure.Rejected, "full") };
        await using var chat = await memory.CreateSessions().OpenAsync("memory-a");

        var first = chat.SendTextAsync("first", TestContext.Current.CancellationToken);
        Assert.Equal("full", (await first.ErrorAsync()).Message);
        memory.Failure = null;
        await chat.SendTextAsync("second", TestContext.Current.CancellationToken);

        Assert.Equal("second", Assert.Single(memory.Messages).Text);
    }

    [Fact]
    public async Task Closing_waits_for_what_is_being_sent()
    {
        var slow = new SlowFirst();
        await using var host = ChatHost.Create(services => services.AddChatAdapter(slow));
        var chat = await host.Sessions.OpenAsync("slow-a");
        var sending = chat.SendTextAsync("first", TestContext.Current.CancellationToken);

        var closing = chat.DisposeAsync().AsTask();
        var isClosed = closing.IsCompleted;
        slow.Continue();
        await closing;

        Assert.False(isClosed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => chat.SendTextAsync("late", TestContext.Current.CancellationToken));
        Assert.True(sending.IsCompletedSuccessfully);
        Assert.Equal(["first"], slow.Sent);
    }

    [Fact]
    public async Task The_settings_are_those_of_the_moment_when_it_was_opened()
    {
        await using var service = await FakeChat.StartAsync();
        await using var host = ChatHost.Create(("http:Url", service.Url), ("http:Token", "old"));
        await using var chat = await host.Sessions.OpenAsync("http-a");

        host.Change(("http:Token", "new"));
        await chat.SendTextAsync("hello", TestContext.Current.CancellationToken);

        Assert.Equal("Bearer old", service.Only.Header("Authorization"));
    }

    [Theory]
    [InlineData("", ChatFailure.InvalidKey)]
    [InlineData("nobody-a", ChatFailure.UnknownAdapter)]
    public async Task A_chat_that_is_none_is_not_opened(string key, ChatFailure failure)
    {
        await using var host = ChatHost.Create();

        var error = await host.Sessions.OpenAsync(key).AsTask().ErrorAsync();

        Assert.Equal(failure, error.Failure);
    }

    /// <summary>Holds the first message back until it is told to go on.</summary>
    private sealed class SlowFirst : IChatAdapter
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<string> _sent = [];

        public string Name => "slow";

        public int Started { get; private set; }

        public IReadOnlyList<string> Sent => _sent;

        public void Continue() => _gate.SetResult();

        public async Task SendAsync(ChatMessage message, CancellationToken cancellationToken)
        {
            Started++;
            await _gate.Task;
            _sent.Add(message.File?.Name ?? message.Text);
        }
    }
}
