using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes the readers of form objects: one method per type, which reads its members and builds it.</summary>
internal static class FormEmitter
{
    public static void Emit(SourceWriter writer, IEnumerable<FormTypeModel> types)
    {
        var distinct = types.GroupBy(type => type.TypeName, StringComparer.Ordinal).Select(group => group.First()).ToArray();
        if (distinct.Length == 0)
        {
            return;
        }

        writer.Line();
        using (writer.Braces("private static class Forms"))
        {
            for (var i = 0; i < distinct.Length; i++)
            {
                writer.Lines(i == 0 ? [] : [""]);
                EmitReader(writer, distinct[i]);
            }
        }
    }

    private static void EmitReader(SourceWriter writer, FormTypeModel type)
    {
        writer.Line($"public static {type.TypeName} {type.Reader}(global::Hooklatch.Binding.FormScope form) =>");
        using (writer.Indented())
        {
            writer.Construction(
                "",
                type.TypeName,
                [.. type.Members.Where(member => member.Property is null).Select(Value)],
                [.. type.Members.Where(member => member.Property is not null).Select(member => (member.Property!, Value(member)))]
            );
        }
    }

    private static string Value(FormMemberModel member)
    {
        var key = Literal.String(member.Key);
        var optional = member.IsOptional ? "OrNull" : "";
        return member.Kind switch
        {
            FormMemberKind.Text =>
                $"form.{(member.Text!.Shape is TextShape.One or TextShape.Raw ? "Value" : "ValueList")}({key}).{TextEmitter.Call(
                member.Text,
                member.IsOptional,
                member.Default
            )}",
            FormMemberKind.File => $"form.File{optional}({key})",
            FormMemberKind.Files => $"form.Files{optional}({key})",
            FormMemberKind.Object when member.IsOptional => $"form.Has({key}) ? {member.Reader}(form.Nested({key})) : null",
            FormMemberKind.Object => $"{member.Reader}(form.Nested({key}))",
            _ => $"form.{(member.IsList ? "List" : "Array")}{optional}<{member.TypeName}>({key}, {member.Reader})",
        };
    }
}
