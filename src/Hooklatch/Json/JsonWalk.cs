using System.Text.Json;
using System.Text.Unicode;

namespace Hooklatch.Json;

/// <summary>The one pass over a document that finds where the values of a shape stand, and checks the document to its end.</summary>
internal static class JsonWalk
{
    /// <summary>How many places of one array are kept for those who read its elements. They are memory that no budget counts.</summary>
    private const int MaxGathered = 4096;

    /// <summary>Walks a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="shape">What is looked for.</param>
    /// <param name="places">Receives where it is: a place for each value, two numbers for each list, and the lists' rows.</param>
    /// <param name="duplicates">Receives the properties on the way to a value that are repeated.</param>
    /// <returns>Whether the text is one well-formed JSON document in UTF-8; nothing is thrown.</returns>
    /// <param name="names">What the names of objects are noted in; <see langword="null"/> where the rule of <see cref="JsonRule"/> does not count.</param>
    public static bool TryFind(
        ReadOnlySpan<byte> document,
        JsonShape shape,
        ref FoundPlaces places,
        ref JsonDuplicates duplicates,
        JsonNames? names = null
    )
    {
        places.Add(shape.Count + shape.Lists);
        if (!Utf8.IsValid(document))
        {
            return false;
        }

        try
        {
            // Neither comments nor trailing commas, a byte order mark or text after the document.
            var cursor = new JsonCursor(document, names);
            cursor.Read();
            Visit(ref cursor, shape.Root, 0, shape.Count, ref places, ref duplicates);
            cursor.Skip();
            return cursor.IsComplete;
        }
        catch (InvalidOperationException)
        {
            // Thrown for an escaped surrogate without its other half when a name is unescaped.
            return false;
        }
    }

    /// <summary>Finds what is asked for of one element.</summary>
    /// <param name="cursor">On the element's first token; it moves to the last one.</param>
    /// <param name="list">What is asked for.</param>
    /// <param name="places">Receives a row of places.</param>
    /// <param name="duplicates">Receives the properties that are repeated.</param>
    public static void FindRow(ref JsonCursor cursor, ShapeList list, ref FoundPlaces places, ref JsonDuplicates duplicates)
    {
        var row = places.Add(list.Lanes.Length);
        Visit(ref cursor, list.Element, row, listNumbers: -1, ref places, ref duplicates);
        cursor.Skip();
    }

    /// <summary>Gathers the rows of an array, unless there are too many: those are found one by one when they are read.</summary>
    /// <returns>How many rows there are; -1 for too many.</returns>
    private static int GatherRows(ref JsonCursor cursor, ShapeList list, ref FoundPlaces places, ref JsonDuplicates duplicates)
    {
        var (first, count) = (places.Count, 0);
        if (cursor.TokenType is not JsonTokenType.StartArray)
        {
            return 0;
        }

        for (cursor.Read(); cursor.TokenType is not (JsonTokenType.EndArray or JsonTokenType.None); cursor.Read())
        {
            if (count < 0)
            {
                cursor.Skip();
                continue;
            }

            FindRow(ref cursor, list, ref places, ref duplicates);
            count++;
            if (places.Count - first > MaxGathered)
            {
                places.Cut(first);
                count = -1;
            }
        }

        return count;
    }

    /// <param name="cursor">On the first token of the value.</param>
    /// <param name="node">What is looked for there.</param>
    /// <param name="row">The first place of the row that values are noted in.</param>
    /// <param name="listNumbers">The first place of the lists' numbers; -1 within an element, whose lists wait until they are read.</param>
    /// <param name="places">Receives the places.</param>
    /// <param name="duplicates">Receives the properties that are repeated.</param>
    private static void Visit(
        ref JsonCursor cursor,
        ShapeNode node,
        int row,
        int listNumbers,
        ref FoundPlaces places,
        ref JsonDuplicates duplicates
    )
    {
        if (node.IsLeaf)
        {
            cursor.Skip();
        }

        if (node.Captures.Length > 0)
        {
            cursor.CheckSurrogates();
        }

        if (cursor.HasValue)
        {
            foreach (var capture in node.Captures)
            {
                places[row + capture.Slot].Take(in cursor, capture.Alternative);
            }
        }

        if (node.Members.Length > 0)
        {
            var members = new JsonMembers(node.NameLengths);
            while (members.Next(ref cursor))
            {
                if (node.IndexOf(in cursor) is >= 0 and var index)
                {
                    var member = node.Members[index].Node;
                    if (members.Enter(ref cursor, index, ref duplicates, member.Path))
                    {
                        Visit(ref cursor, member, row, listNumbers, ref places, ref duplicates);
                    }
                }
                else
                {
                    cursor.NoteName();
                }

                cursor.Skip();
            }
        }

        var list = listNumbers < 0 ? null : node.List;
        if (node.Items.Length > 0)
        {
            // The rows of a list follow one another, so that lists within single elements have theirs before it.
            var items = cursor;
            VisitItems(ref items, node.Items, row, listNumbers, ref places, ref duplicates);
            // A document that is no JSON is not walked again.
            if (list is null || items.HasFailed)
            {
                cursor = items;
            }
        }

        if (list is not null && !cursor.HasFailed)
        {
            var first = places.Count;
            var count = GatherRows(ref cursor, list, ref places, ref duplicates);
            ref var numbers = ref places[listNumbers + list.Number];
            (numbers.Start, numbers.End) = (first, count);
        }
    }

    private static void VisitItems(
        ref JsonCursor cursor,
        ShapeItem[] items,
        int row,
        int listNumbers,
        ref FoundPlaces places,
        ref JsonDuplicates duplicates
    )
    {
        if (cursor.TokenType is not JsonTokenType.StartArray)
        {
            return;
        }

        var index = 0;
        for (cursor.Read(); cursor.TokenType is not (JsonTokenType.EndArray or JsonTokenType.None); cursor.Read())
        {
            foreach (var item in items)
            {
                if (item.Index == index)
                {
                    Visit(ref cursor, item.Node, row, listNumbers, ref places, ref duplicates);
                }
            }

            cursor.Skip();
            index++;
        }
    }
}
