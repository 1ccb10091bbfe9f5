using System.Text;

namespace Hooklatch.Console.Bodies;

/// <summary>Collects the texts of one body up to a length that a browser shows.</summary>
/// <param name="max">The most UTF-16 code units.</param>
internal sealed class BoundedText(int max)
{
    /// <summary>How much of a body is shown: 256 KiB.</summary>
    public const int MaxShown = 256 << 10;

    private readonly StringBuilder _text = new();

    /// <summary>Whether something was left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether there is no room for more.</summary>
    public bool IsFull => _text.Length >= max;

    public void Append(ReadOnlySpan<char> text)
    {
        var room = max - _text.Length;
        if (text.Length <= room)
        {
            _text.Append(text);
            return;
        }

        // A character is not cut in two.
        room -= room > 0 && char.IsHighSurrogate(text[room - 1]) ? 1 : 0;
        _text.Append(text[..Math.Max(room, 0)]);
        Cut();
    }

    public void Append(char c) => Append([c]);

    /// <summary>A line end, and two blanks for each level.</summary>
    public void Line(int depth)
    {
        Append('\n');
        if (!IsFull)
        {
            _text.Append(' ', Math.Min(2 * depth, max - _text.Length));
        }
    }

    /// <summary>Notes that something is left out.</summary>
    public void Cut() => IsCut = true;

    public override string ToString() => _text.ToString();
}
