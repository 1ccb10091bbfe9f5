using Hooklatch.Duplicates;

namespace Hooklatch.Tests.Duplicates;

/// <summary>No two lists of texts make one number, wherever in them a text ends.</summary>
public sealed class KeyFieldsTests
{
    [Fact]
    public void The_same_texts_give_the_same_key()
    {
        Assert.Equal(KeyOf("a", "b"), KeyOf("a", "b"));
        Assert.NotEqual(KeyOf("a", "b"), KeyOf("b", "a"));
        Assert.NotEqual(KeyOf("a"), KeyOf("a", ""));
    }

    /// <summary>A text can hold whatever stands between two others.</summary>
    [Theory]
    [InlineData("a\0\0\0\0b")]
    [InlineData("a\u0001\0\0\0b")]
    public void Texts_are_told_apart_by_where_they_end(string one)
    {
        Assert.NotEqual(KeyOf("a", "b"), KeyOf(one));
        Assert.NotEqual(KeyOf("a", "b", "c"), KeyOf("a\0\0\0\0b", "c"));
        Assert.NotEqual(KeyOf("a\0\0\0\0b", "c"), KeyOf("a", "b\0\0\0\0c"));
    }

    private static DeliveryKey KeyOf(params string[] texts)
    {
        var maxLength = texts.Sum(KeyFields.MaxLengthOf);
        // Room that holds nothing: a length that is not written would read as zeros.
        var fields = new KeyFields(new byte[maxLength + KeyFields.Numbers], maxLength);
        foreach (var text in texts)
        {
            fields.Add(text);
        }

        return fields.Complete(scheme: 0, fingerprint: 0);
    }
}
