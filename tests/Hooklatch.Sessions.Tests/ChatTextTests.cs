using Hooklatch.Sessions.Sending;

namespace Hooklatch.Sessions.Tests;

public sealed class ChatTextTests
{
    [Theory]
    [InlineData("", 3, "")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("a🙂bc", 4, "a🙂…")]
    [InlineData("a🙂bc", 3, "a…")]
    [InlineData("ae\u0301bc", 3, "a…")]
    public void A_text_is_cut_between_characters(string text, int longest, string cut) => Assert.Equal(cut, ChatText.Cut(text, longest));

    [Fact]
    public void Half_a_character_is_shown_as_such() => Assert.Equal("a\uFFFDb", ChatText.Line("a\uD83Db"));
}
