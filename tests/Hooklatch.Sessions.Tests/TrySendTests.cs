using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Sessions.Tests;

/// <summary>A notification never fails the webhook that caused it.</summary>
public sealed class TrySendTests
{
    [Theory]
    [InlineData(null, "InvalidKey")]
    [InlineData("", "InvalidKey")]
    [InlineData("nobody-a", "UnknownAdapter")]
    [InlineData("telegram-a", "NotConfigured")]
    [InlineData("memory-a", "Rejected")]
    public async Task What_fails_is_logged_and_the_caller_goes_on(string? key, string failure)
    {
        var memory = new InMemoryChatAdapter { Failure = new ChatException(ChatFailure.Rejected, "memory is full") };
        await using var host = ChatHost.Create(services => services.AddChatAdapter(memory), ("telegram:Kind", "telegram"));

        Assert.False(await host.Sessions.TrySendTextAsync(key, "hello", TestContext.Current.CancellationToken));
        Assert.False(await host.Sessions.TrySendImageAsync(key, Picture.Png, TestContext.Current.CancellationToken));
        Assert.False(await host.Sessions.TrySendFileAsync(key, Picture.Png, TestContext.Current.CancellationToken));

        var logged = host.Log.Named("ChatNotSent").ToArray();
        Assert.Equal(3, logged.Length);
        Assert.All(logged, entry => Assert.Equal((LogLevel.Warning, failure), (entry.Level, entry.Fields["Failure"]?.ToString())));
    }

    [Theory]
    [InlineData(null, "A chat message to nobody was not sent (InvalidKey): The chat key is empty")]
    [InlineData("nobody-a", "A chat message to nobody-a was not sent (UnknownAdapter): 'nobody-a' names")]
    [InlineData("a\nforged: \u001b[2J", "A chat message to a\\u000Aforged: \\u001B[2J was not sent (InvalidKey): The chat key is longer")]
    public async Task A_key_that_came_with_a_webhook_stays_in_its_line(string? key, string line)
    {
        await using var host = ChatHost.Create();

        await host.Sessions.TrySendTextAsync(key, "hello", TestContext.Current.CancellationToken);

        Assert.StartsWith(line, Assert.Single(host.Log.Named("ChatNotSent")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_chat_takes_is_sent()
    {
        var memory = new InMemoryChatAdapter();
        var sessions = memory.CreateSessions();

        Assert.True(await sessions.TrySendTextAsync("memory-a", "hello", TestContext.Current.CancellationToken));
        Assert.True(await sessions.TrySendImageAsync("memory-a", Picture.Png, TestContext.Current.CancellationToken));
        Assert.True(await sessions.TrySendFileAsync("memory-a", Picture.Png, TestContext.Current.CancellationToken));

        Assert.Equal([ChatMessageKind.Text, ChatMessageKind.Image, ChatMessageKind.File], memory.Messages.Select(message => message.Kind));
    }

    [Fact]
    public async Task An_adapter_with_a_mistake_in_it_is_logged_with_its_exception()
    {
        await using var host = ChatHost.Create(services => services.AddChatAdapter(new Broken()));

        Assert.False(await host.Sessions.TrySendTextAsync("broken-a", "hello", TestContext.Current.CancellationToken));

        var logged = Assert.Single(host.Log.Named("ChatAdapterFailed"));
        Assert.Equal(LogLevel.Error, logged.Level);
        Assert.Contains("broken-a", logged.Message, StringComparison.Ordinal);
        Assert.Contains("a mistake", logged.Rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_of_the_webhook_that_left_is_no_error()
    {
        var memory = new InMemoryChatAdapter();
        await using var host = ChatHost.Create(services => services.AddChatAdapter(memory));

        Assert.False(await host.Sessions.TrySendTextAsync("memory-a", "hello", new CancellationToken(canceled: true)));

        Assert.Equal(LogLevel.Information, Assert.Single(host.Log.Named("ChatNotWanted")).Level);
    }

    [Fact]
    public async Task A_text_that_is_missing_is_no_exception_either()
    {
        await using var host = ChatHost.Create(("console:Kind", "console"));

        Assert.False(await host.Sessions.TrySendTextAsync("console-a", null!, TestContext.Current.CancellationToken));
        Assert.False(await host.Sessions.TrySendTextAsync("console-a", " \n", TestContext.Current.CancellationToken));
        Assert.False(await host.Sessions.TrySendFileAsync("console-a", null!, TestContext.Current.CancellationToken));
    }

    private sealed class Broken : IChatAdapter
    {
        public string Name => "broken";

        public Task SendAsync(ChatMessage message, CancellationToken cancellationToken) => throw new InvalidOperationException("a mistake");
    }
}
