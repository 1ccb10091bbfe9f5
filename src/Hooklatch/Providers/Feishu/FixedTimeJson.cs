using System.Text;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>
/// Looks for members of a JSON object that was decrypted although nobody signed it. The time depends on the length of the text alone: otherwise it
/// would tell who sent a changed copy of somebody's message what that message says.
/// </summary>
/// <remarks>
/// It is stricter than JSON: an object of texts and nothing else, of printable ASCII without a backslash. Where a cipher text was changed a block of
/// it becomes random bytes, which hardly ever are that. Both tables are a few lines of the processor's cache.
/// </remarks>
internal static class FixedTimeJson
{
    private const int Start = 1;
    private const int InName = 3;
    private const int AfterName = 4;
    private const int BeforeValue = 5;
    private const int InValue = 6;
    private const int AfterValue = 7;
    private const int End = 8;
    private const int Kinds = 9;

    /// <summary>Which column of the table a character has.</summary>
    private static readonly byte[] KindOf = [.. Enumerable.Range(0, 256).Select(symbol => FindKind((char)symbol))];

    /// <summary>
    /// Where each kind of character leads to from each state. The columns: what is never allowed, a space, another blank, <c>{</c>, <c>}</c>,
    /// <c>:</c>, <c>,</c>, <c>"</c>, any other that a text may hold.
    /// </summary>
    private static ReadOnlySpan<byte> Next =>
        "000000000"u8 // 0: no such object, for good
        + "011200000"u8 // 1: at the start
        + "022000030"u8 // 2: before a name
        + "030333343"u8 // 3: in a name
        + "044005000"u8 // 4: after a name
        + "055000060"u8 // 5: before a value
        + "060666676"u8 // 6: in a value
        + "077080200"u8 // 7: after a value
        + "088000000"u8; // 8: at the end

    /// <summary>Passes over a text once.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">What is looked for.</param>
    /// <param name="members">What is found of each.</param>
    /// <returns>Whether the text is such an object, as a mask of <see cref="FixedTime"/>.</returns>
    public static int Read(ReadOnlySpan<byte> text, ReadOnlySpan<Name> names, Span<Member> members)
    {
        members.Clear();
        var state = Start;
        var start = 0;
        var last = UInt128.Zero;
        for (var i = 0; i < text.Length; i++)
        {
            var next = Next[(state * Kinds) + KindOf[text[i]]] - '0';
            start = FixedTime.Select(Transitions(state, BeforeValue, next, InValue), i + 1, start);
            var endsName = Transitions(state, InName, next, AfterName);
            var endsValue = Transitions(state, InValue, next, AfterValue);
            for (var j = 0; j < names.Length; j++)
            {
                ref var member = ref members[j];
                member.IsNamed = FixedTime.Select(endsName, EndsIn(last, names[j]), member.IsNamed);
                var isHere = endsValue & member.IsNamed;
                member.Start = FixedTime.Select(isHere, start, member.Start);
                member.Length = FixedTime.Select(isHere, i - start, member.Length);
                member.Count -= isHere;
            }

            last = (last << 8) | text[i];
            state = next;
        }

        return FixedTime.Same(state, End);
    }

    private static int Transitions(int from, int expectedFrom, int to, int expectedTo) =>
        FixedTime.Same(from, expectedFrom) & FixedTime.Same(to, expectedTo);

    /// <summary>Whether the last characters are a name. It begins with the quote that no name holds, so that none ends like another.</summary>
    private static int EndsIn(UInt128 last, Name name)
    {
        var difference = (last & name.Mask) ^ name.Text;
        var folded = (ulong)difference | (ulong)(difference >> 64);
        return (int)((folded | (0 - folded)) >> 63) - 1;
    }

    private static byte FindKind(char symbol) =>
        symbol switch
        {
            ' ' => 1,
            '\t' or '\r' or '\n' => 2,
            '{' => 3,
            '}' => 4,
            ':' => 5,
            ',' => 6,
            '"' => 7,
            > ' ' and <= '~' and not '\\' => 8,
            _ => 0,
        };

    /// <summary>A name that is looked for: its opening quote and its characters, the last of them lowest, and the bits that they take.</summary>
    internal readonly record struct Name
    {
        private const int MaxNameLength = 15;

        public Name(string text)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MaxNameLength);
            foreach (var symbol in Encoding.ASCII.GetBytes('"' + text))
            {
                Text = (Text << 8) | symbol;
                Mask = (Mask << 8) | byte.MaxValue;
            }
        }

        public UInt128 Text { get; }

        public UInt128 Mask { get; }
    }

    /// <summary>The values of one name.</summary>
    internal struct Member
    {
        /// <summary>Where the last of them begins.</summary>
        public int Start;

        /// <summary>How many bytes it has.</summary>
        public int Length;

        /// <summary>How many there are.</summary>
        public int Count;

        /// <summary>Whether the name before the value that is read is this one, as a mask.</summary>
        public int IsNamed;
    }
}
