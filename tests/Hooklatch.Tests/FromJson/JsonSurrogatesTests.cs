using System.Text;
using System.Text.Json;
using Hooklatch.Json;

namespace Hooklatch.Tests.FromJson;

/// <summary>A string has a lone surrogate exactly where System.Text.Json cannot unescape it.</summary>
public sealed class JsonSurrogatesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain é 😀")]
    [InlineData(@"\n\\\/\u00e9")]
    [InlineData(@"\ud83d\ude00")]
    [InlineData(@"\uD83D\uDE00\ud83d\ude00")]
    [InlineData(@"\ud83d")]
    [InlineData(@"\ude00")]
    [InlineData(@"\ud83d\u0041")]
    [InlineData(@"\ud83dx\ude00")]
    [InlineData(@"\ud83d\\ude00")]
    [InlineData(@"\ud83d\ud83d\ude00")]
    [InlineData(@"\\ud83d")]
    [InlineData(@"\\\ud83d")]
    [InlineData(@"a\ude00\ud83d")]
    public void Lone_surrogates_are_found_as_there(string text)
    {
        var json = Encoding.UTF8.GetBytes($"\"{text}\"");

        Assert.Equal(!CanBeUnescaped(json), JsonSurrogates.HasLone(json.AsSpan()[1..^1]));
    }

    private static bool CanBeUnescaped(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
