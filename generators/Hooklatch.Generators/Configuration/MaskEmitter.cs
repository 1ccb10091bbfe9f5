using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Configuration;

/// <summary>Writes the text of a record that has secrets: what the compiler would write, with each secret hidden.</summary>
internal static class MaskEmitter
{
    public static void Emit(SourceWriter writer, MaskedTypeModel type, Marks marks)
    {
        var scopes = type.Namespace.Length == 0 ? type.Declarations : new[] { $"namespace {type.Namespace}" }.Concat(type.Declarations);
        var blocks = new Stack<SourceWriter.Block>();
        foreach (var scope in scopes)
        {
            blocks.Push(writer.Braces(scope));
        }

        var texts = type.Properties.Select((property, i) => Text(property, isFirst: i == 0));
        writer
            .Line("/// <summary>The object without its secrets.</summary>")
            .Line(GeneratedFile.Attribute)
            .Line(marks.IsForObsolete ? "public override string ToString()" : "public override string ToString() =>");
        if (marks.IsForObsolete)
        {
            // Not the method: whoever calls it would be told that it is obsolete.
            using (writer.Braces())
            {
                var name = new NameScope(type.Properties.Select(property => property.Name)).Unique("Text");
                writer.Line($"return {name}();").Line().Line(GeneratedFile.Obsolete).Line($"string {name}() =>");
                EmitText(writer, type, texts);
            }
        }
        else
        {
            EmitText(writer, type, texts);
        }

        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }
    }

    private static void EmitText(SourceWriter writer, MaskedTypeModel type, IEnumerable<string> texts)
    {
        writer.Line($"    {Literal.String($"{type.Name} {{ ")}");
        using (writer.Indented())
        {
            writer.Lines(texts.Select(text => $"+ {text}")).Line("+ \" }\";");
        }
    }

    private static string Text(MaskedPropertyModel property, bool isFirst)
    {
        var label = $"{(isFirst ? "" : ", ")}{property.Name} = ";
        return property.IsSecret ? Literal.String($"{label}***") : $"{Literal.String(label)} + {Identifier.Escape(property.Name)}";
    }
}
