namespace Hooklatch.Sessions.Tests;

public sealed class ChatKeyTests
{
    [Theory]
    [InlineData("memory-a", "a")]
    [InlineData("MEMORY-a", "a")]
    [InlineData("memory-a-b", "a-b")]
    [InlineData("memory--1", "-1")]
    [InlineData("memory-群 1", "群 1")]
    public async Task The_adapter_is_what_stands_before_the_first_dash(string key, string channel)
    {
        var memory = new InMemoryChatAdapter();

        await memory.CreateSessions().SendTextAsync(key, "hello", TestContext.Current.CancellationToken);

        Assert.Equal(channel, Assert.Single(memory.Messages).Channel);
    }

    [Theory]
    [InlineData(null, "The chat key is empty")]
    [InlineData("", "The chat key is empty")]
    [InlineData("  ", "The chat key is empty")]
    [InlineData("memory", "'memory' is not a chat key")]
    [InlineData("memory-", "'memory-' is not a chat key")]
    [InlineData("-a", "'-a' is not a chat key")]
    public async Task What_is_no_key_is_told_what_one_is(string? key, string said)
    {
        var error = await SendAsync(key).ErrorAsync();

        Assert.Equal(ChatFailure.InvalidKey, error.Failure);
        Assert.StartsWith(said, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "a chat key is '{adapter}-{channel}', such as 'onebot_v11-group_12345678'.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("memory-a\nforged: line")]
    [InlineData("memory-\u001b[2J")]
    [InlineData("memory-\u202egnp")]
    public async Task A_key_that_a_log_would_act_on_is_rejected_and_not_repeated(string key)
    {
        var error = await SendAsync(key).ErrorAsync();

        Assert.Equal(ChatFailure.InvalidKey, error.Failure);
        Assert.DoesNotContain(key[7..], error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task A_key_is_at_most_200_characters_long(int length, bool isSent)
    {
        var memory = new InMemoryChatAdapter();

        var sent = await memory
            .CreateSessions()
            .TrySendTextAsync("memory-".PadRight(length, 'a'), "hello", TestContext.Current.CancellationToken);

        Assert.Equal(isSent, sent);
    }

    private static Task SendAsync(string? key) =>
        new InMemoryChatAdapter().CreateSessions().SendTextAsync(key!, "hello", TestContext.Current.CancellationToken);
}
