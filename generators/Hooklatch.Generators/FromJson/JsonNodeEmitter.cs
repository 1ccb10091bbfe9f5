using System.Text;
using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>Writes one method for each position that leads to more than a single value.</summary>
internal sealed class JsonNodeEmitter(SourceWriter writer, NameScope names, JsonEnumEmitter enums)
{
    private const string Runtime = "global::Hooklatch.Binding.Json.";
    private const string Cursor = "ref global::Hooklatch.Binding.Json.JsonCursor cursor";

    /// <summary>Up to here a chain of comparisons beats a branch on the name's length.</summary>
    private const int MaxChainLength = 4;

    /// <summary>Names of more bytes share a bit of <see cref="Lengths"/>.</summary>
    private const int MaxNameLength = 63;

    /// <summary>The positions that the method being written calls a method of their own for.</summary>
    private List<(string Method, JsonTrieNode Node)> _called = [];

    /// <summary>Writes the methods of the root and of everything below it, each before those that it calls.</summary>
    public void EmitAll(JsonTrieNode root) => EmitMethod($"void {Runtime}IJsonPayload.Read({Cursor})", root);

    private void EmitMethod(string header, JsonTrieNode node)
    {
        _called = [];
        writer.Line();
        using (writer.Braces(header))
        {
            EmitCaptures(node);
            if (node.Members.Count > 0)
            {
                EmitMembers(node);
            }

            if (node.IsArray)
            {
                EmitItems(node);
            }
        }

        foreach (var (method, called) in _called)
        {
            EmitMethod($"private void {method}({Cursor})", called);
        }
    }

    private void EmitCaptures(JsonTrieNode node)
    {
        var trees = node.Captures.Count(capture => capture.Item.IsTree);
        var rewinds = node.IsLeaf && trees == node.Captures.Count ? trees - 1 : trees;
        if (rewinds > 0)
        {
            writer.Line("var start = cursor;");
        }

        for (var i = 0; i < node.Captures.Count; i++)
        {
            writer.Line(Capture(node.Captures[i]));
            if (i < rewinds)
            {
                writer.Line("cursor = start;");
            }
        }
    }

    private void EmitMembers(JsonTrieNode node)
    {
        var members = node.Members.Select((member, number) => new Member(number, member.Name, member.Node)).ToList();
        writer.Line($"var members = new {Runtime}JsonMembers(lengths: {Lengths(members)});");
        using (writer.Braces("while (members.Next(ref cursor))"))
        {
            if (members.Count <= MaxChainLength)
            {
                EmitChain(members);
                writer.Line();
            }
            else
            {
                EmitByLength(members);
            }

            writer.Line("cursor.Skip();");
        }
    }

    /// <summary>The lengths of the names, a bit each, as the runtime's JsonMembers takes them.</summary>
    private static string Lengths(List<Member> members) =>
        string.Join(
            " | ",
            members
                .Select(member => Math.Min(member.Length, MaxNameLength))
                .Distinct()
                .OrderBy(length => length)
                .Select(length => $"1UL << {length}")
        );

    private void EmitByLength(List<Member> members)
    {
        using (writer.Braces($"switch (cursor.NameLength)"))
        {
            foreach (var group in members.GroupBy(member => member.Length).OrderBy(group => group.Key))
            {
                writer.Line($"case {group.Key}:");
                using (writer.Indented())
                {
                    EmitChain(group);
                    writer.Line("break;");
                }
            }
        }

        writer.Line();
    }

    private void EmitChain(IEnumerable<Member> members)
    {
        var keyword = "if";
        foreach (var member in members)
        {
            var isMember = $"cursor.Is({Literal.Utf8(member.Name)})";
            var isFirst = $"members.Enter(ref cursor, {member.Number}, ref _duplicates, {Literal.String(member.Node.Path)})";
            using (writer.Braces($"{keyword} ({isMember} && {isFirst})"))
            {
                writer.Line(Value(member.Node));
            }

            keyword = "else if";
        }
    }

    private void EmitItems(JsonTrieNode node)
    {
        var isReadTwice = node.Items.Count > 0 && node.Every is not null;
        writer.Lines(node.Lists.Select(list => $"{list.Field}.Begin(ref cursor);"));
        writer.Line($"var items = new {Runtime}JsonItems();");
        using (writer.Braces("while (items.Next(ref cursor))"))
        {
            foreach (var item in node.Items)
            {
                using (writer.Braces($"if (items.Index == {item.Key})"))
                {
                    if (isReadTwice)
                    {
                        writer.Line("var item = cursor;");
                    }

                    writer.Line(Value(item.Value));
                    if (isReadTwice)
                    {
                        writer.Line("cursor = item;");
                    }
                }

                writer.Line();
            }

            if (node.Every is not null)
            {
                writer.Line(Value(node.Every));
            }

            writer.Line("cursor.Skip();");
            writer.Lines(node.Lists.Select(list => $"{list.Field}.Push({Fallback(list)});"));
        }

        if (node.Lists.Count > 0)
        {
            writer.Line().Lines(node.Lists.Select(Take));
        }
    }

    private string Value(JsonTrieNode node)
    {
        if (node.IsLeaf && node.Captures.Count == 1)
        {
            return Capture(node.Captures[0]);
        }

        var method = names.Unique("Read" + JsonMethodName.Of(node.Path));
        _called.Add((method, node));
        return $"{method}(ref cursor);";
    }

    private string Capture(JsonTrieCapture capture)
    {
        var reader = capture.Item.Enum is { } model ? enums.ReaderFor(model) : capture.Item.Reader;
        return capture.Item.IsTree
            ? $"{capture.Field}.ReadTree<{reader}>(ref cursor, _body{Alternative(capture.Alternative)});"
            : $"{capture.Field}.Read<{reader}>(ref cursor{Alternative(capture.Alternative)});";
    }

    private static string Take(JsonTrieList list)
    {
        // The elements' nullability is not part of a list's type argument.
        var forgive = list.Collection.Element is { IsNullable: true, IsValueType: false } ? "!" : "";
        var collection = $"{list.Field}.To{list.Collection.Kind}(){forgive}";
        return $"{list.Target}.Take({list.Field}.Outcome, {collection}{Alternative(list.Alternative)});";
    }

    private static string Fallback(JsonTrieList list) =>
        list.Collection.Element switch
        {
            { IsNullableStruct: true } => "",
            { IsNullable: true } => "null",
            _ => list.HasEmptyElements ? "[]" : "",
        };

    private static string Alternative(int alternative) => alternative == 0 ? "" : $", alternative: {alternative}";

    private sealed record Member(int Number, string Name, JsonTrieNode Node)
    {
        public int Length => Encoding.UTF8.GetByteCount(Name);
    }
}
