using System.Text;

namespace Hooklatch.Fuzz.Targets;

/// <summary>An input as a form that was sent: a line that is its content type, and the body.</summary>
internal readonly record struct FormRequest(string ContentType, byte[] Body)
{
    public static FormRequest Parse(byte[] input)
    {
        var end = input.AsSpan().IndexOf((byte)'\n');
        return end < 0
            ? new FormRequest(Encoding.Latin1.GetString(input), [])
            : new FormRequest(Encoding.Latin1.GetString(input.AsSpan(0, end)), input[(end + 1)..]);
    }
}
