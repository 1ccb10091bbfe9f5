namespace Hooklatch.Json;

/// <summary>A position in the documents of a shape: which values stand there, and which positions below it lead to more.</summary>
/// <param name="path">The path from the document's root, as an author writes it; empty for the root.</param>
internal sealed class ShapeNode(string path)
{
    /// <summary>An escape of one byte: <c>\u0061</c>.</summary>
    private const int LongestEscape = 6;

    private const int StackLimit = 256;

    private int _maxNameLength;

    public string Path => path;

    /// <summary>The values that stand here.</summary>
    public ShapeCapture[] Captures { get; private set; } = [];

    /// <summary>The properties that lead to something.</summary>
    public ShapeMember[] Members { get; private set; } = [];

    /// <summary>The single elements that lead to something.</summary>
    public ShapeItem[] Items { get; private set; } = [];

    /// <summary>What of every element is asked for, if anything.</summary>
    public ShapeList? List { get; private set; }

    public bool IsLeaf => Members.Length == 0 && Items.Length == 0 && List is null;

    /// <summary>The lengths of the members' names, as <see cref="JsonMembers"/> takes them.</summary>
    public ulong NameLengths { get; private set; }

    /// <summary>The number of the member whose name the cursor stands on, or -1.</summary>
    public int IndexOf(in JsonCursor cursor)
    {
        if (!cursor.IsEscaped)
        {
            return IndexOf(cursor.RawName);
        }

        var written = cursor.RawName.Length;
        if (written > _maxNameLength * LongestEscape)
        {
            return -1;
        }

        Span<byte> name = written <= StackLimit ? stackalloc byte[StackLimit] : new byte[written];
        return IndexOf(name[..cursor.UnescapeName(name)]);
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            if (name.SequenceEqual(Members[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    public void Add(ShapeCapture capture) => Captures = [.. Captures, capture];

    /// <summary>The position that a step of a path leads to: a property or a single element.</summary>
    public ShapeNode Child(JsonPathStep step)
    {
        if (step.Name is null)
        {
            var item = Array.Find(Items, item => item.Index == step.Index).Node;
            if (item is null)
            {
                item = new ShapeNode(step.AppendTo(path));
                Items = [.. Items, new(step.Index, item)];
            }

            return item;
        }

        var name = step.Utf8Name;
        var member = Array.Find(Members, member => member.Name.AsSpan().SequenceEqual(name)).Node;
        if (member is null)
        {
            member = new ShapeNode(step.AppendTo(path));
            Members = [.. Members, new(name, member)];
            NameLengths |= JsonMembers.LengthBit(name.Length);
            _maxNameLength = Math.Max(_maxNameLength, name.Length);
        }

        return member;
    }

    /// <summary>What of every element is asked for.</summary>
    /// <param name="number">The list's number in the walk over the document; -1 for a list within the elements of another.</param>
    public ShapeList ListOf(Func<int> number) => List ??= new(number(), new ShapeNode(JsonPathStep.Every.AppendTo(path)));
}
