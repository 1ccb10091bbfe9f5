using System.ComponentModel;

namespace Hooklatch.Json;

/// <summary>The values that are taken from documents of one kind, and where they stand: built once, and walked with each document.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonShape
{
    private readonly string[] _paths;
    private readonly ShapeSlot[] _values;

    /// <summary>Takes the paths apart.</summary>
    /// <param name="paths">The path of each value, as <see cref="FromJsonAttribute"/> describes it.</param>
    public JsonShape(params string[] paths)
    {
        _paths = paths;
        _values = [.. paths.Select(_ => new ShapeSlot())];
        for (var value = 0; value < paths.Length; value++)
        {
            var alternatives = JsonPathReader.Read(paths[value]);
            var lengths = LengthsOf(alternatives);
            for (var alternative = 0; alternative < alternatives.Count; alternative++)
            {
                Add(value, alternative, alternatives[alternative].Take(lengths[alternative]));
            }
        }
    }

    internal ShapeNode Root { get; } = new("");

    internal int Count => _paths.Length;

    /// <summary>How many lists the walk over a document gathers.</summary>
    internal int Lists { get; private set; }

    internal string PathOf(int value) => _paths[value];

    internal ShapeSlot SlotOf(int value) => _values[value];

    /// <summary>
    /// How many steps of each alternative are walked. The elements at a path's end are taken as they are, and so by whoever reads the array; but not
    /// where another alternative goes on within those elements, since the two are tried for each of them.
    /// </summary>
    private static int[] LengthsOf(List<List<JsonPathStep>> alternatives)
    {
        int[] lengths = [.. alternatives.Select(steps => steps.FindLastIndex(step => !step.IsEvery) + 1)];
        for (var hasChanged = true; hasChanged; )
        {
            hasChanged = false;
            for (var i = 0; i < lengths.Length; i++)
            {
                if (
                    lengths[i] < alternatives[i].Count
                    && Enumerable.Range(0, lengths.Length).Any(other => GoesOn(other, alternatives[i].Take(lengths[i] + 1)))
                )
                {
                    lengths[i]++;
                    hasChanged = true;
                }
            }
        }

        return lengths;

        bool GoesOn(int other, IEnumerable<JsonPathStep> steps) =>
            alternatives[other].Take(lengths[other]).Take(steps.Count()).SequenceEqual(steps);
    }

    private void Add(int value, int alternative, IEnumerable<JsonPathStep> steps)
    {
        var (node, slot, number, isInList) = (Root, _values[value], value, false);
        foreach (var step in steps)
        {
            if (!step.IsEvery)
            {
                node = node.Child(step);
                continue;
            }

            var list = node.ListOf(() => isInList ? -1 : Lists++);
            node.Add(new(number, alternative));
            number = list.LaneOf(value);
            slot.Add(alternative, list, number);
            (node, slot, isInList) = (list.Element, list.Lanes[number], true);
        }

        node.Add(new(number, alternative));
    }
}
