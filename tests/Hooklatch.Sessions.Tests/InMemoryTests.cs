using System.Text;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Sessions.Tests;

public sealed class InMemoryTests
{
    [Fact]
    public async Task What_was_sent_is_there_until_it_is_forgotten()
    {
        var memory = new InMemoryChatAdapter("onebot_v11");
        var sessions = memory.CreateSessions();

        await sessions.SendTextAsync("onebot_v11-group_1", "hello", TestContext.Current.CancellationToken);

        var message = Assert.Single(memory.Messages);
        Assert.Equal(("group_1", ChatMessageKind.Text, "hello", null), (message.Channel, message.Kind, message.Text, message.File));
        memory.Clear();
        Assert.Empty(memory.Messages);
    }

    [Fact]
    public async Task An_upload_is_kept_beyond_its_request()
    {
        var upload = new MemoryStream(Encoding.UTF8.GetBytes("all is well"));
        var file = new FormFile(upload, 0, upload.Length, "report", "week.txt")
        {
            Headers = new HeaderDictionary(),
            ContentType = "text/plain",
        };
        var memory = new InMemoryChatAdapter();

        await memory.CreateSessions().SendFileAsync("memory-a", ChatFile.From(file), TestContext.Current.CancellationToken);
        await upload.DisposeAsync();

        var kept = Assert.Single(memory.Messages).File!;
        using var content = new StreamReader(kept.OpenRead());
        Assert.Equal(("week.txt", "text/plain", 11), (kept.Name, kept.MediaType, kept.Length));
        Assert.Equal("all is well", await content.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_fails_as_it_is_told()
    {
        var memory = new InMemoryChatAdapter { Failure = new ChatException(ChatFailure.Rejected, "memory is full") };

        var error = await memory.CreateSessions().SendTextAsync("memory-a", "hello", TestContext.Current.CancellationToken).ErrorAsync();

        Assert.Equal("memory is full", error.Message);
        Assert.Empty(memory.Messages);
    }
}
