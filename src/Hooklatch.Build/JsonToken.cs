namespace Hooklatch.Build;

/// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>, as it is written.</summary>
internal readonly struct JsonToken(string text)
{
    public string Text { get; } = text;
}
