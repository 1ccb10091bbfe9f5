using Hooklatch.Sessions.Adapters;

namespace Hooklatch.Sessions.Tests.Adapters;

public sealed class ConsoleTests
{
    [Fact]
    public async Task A_text_is_a_line_with_its_chat() => Assert.Equal("[console-ops] hello\n", await PrintAsync(Text("hello")));

    [Fact]
    public async Task Further_lines_cannot_look_like_messages() =>
        Assert.Equal("[console-ops] a\n    [console-ops] b\n", await PrintAsync(Text("a\r\n[console-ops] b")));

    [Fact]
    public async Task A_terminal_is_told_nothing() =>
        Assert.Equal("[console-ops] \\u001B[2J\\u202E\\u0008\n", await PrintAsync(Text("\u001b[2J\u202e\b")));

    [Fact]
    public async Task An_image_and_a_file_are_named()
    {
        Assert.Equal("[console-ops] image chart.png (image/png, 7 bytes)\n", await PrintAsync(ChatMessage.OfImage("ops", Picture.Png)));
        Assert.Equal("[console-ops] file chart.png (image/png, 7 bytes)\n", await PrintAsync(ChatMessage.OfFile("ops", Picture.Png)));
    }

    private static ChatMessage Text(string text) => ChatMessage.OfText("ops", text);

    private static async Task<string> PrintAsync(ChatMessage message)
    {
        using var output = new StringWriter { NewLine = "\n" };
        await new ConsoleAdapter("console", output).SendAsync(message, TestContext.Current.CancellationToken);
        return output.ToString();
    }
}
