using Hooklatch.Generators.Common;
using Hooklatch.Generators.Text;

namespace Hooklatch.Generators.Forms;

/// <summary>Writes the readers of form objects: one method per type, which reads its members and builds it.</summary>
internal static class FormEmitter
{
    public static void Emit(SourceWriter writer, string handler, IEnumerable<FormTypeModel> types)
    {
        var distinct = types.GroupBy(type => type.TypeName, StringComparer.Ordinal).Select(group => group.First()).ToArray();
        if (distinct.Length == 0)
        {
            return;
        }

        writer.Line();
        using (writer.Braces($"private static class {handler}_Forms"))
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
        using (writer.Braces($"public static {type.TypeName} {type.Reader}(FormScope form)"))
        {
            var kept = type.Members.Where(member => member.KeepsInitialValue).ToArray();
            EmitConstruction(writer, kept.Length > 0 ? "var read = " : "return ", type);
            foreach (var member in kept)
            {
                writer.Line();
                using (writer.Braces($"if (form.Has({Literal.String(member.Key)}))"))
                {
                    writer.Line($"read.{Identifier.Escape(member.Property!)} = {Value(member)};");
                }
            }

            writer.Lines(kept.Length > 0 ? ["", "return read;"] : []);
        }
    }

    private static void EmitConstruction(SourceWriter writer, string prefix, FormTypeModel type)
    {
        var properties = type.Members.Where(member => member is { Property: not null, KeepsInitialValue: false });
        writer.Construction(
            prefix,
            type.TypeName,
            [.. type.Members.Where(member => member.Property is null).Select(Value)],
            [.. properties.Select(member => (member.Property!, Value(member)))]
        );
    }

    private static string Value(FormMemberModel member)
    {
        var key = Literal.String(member.Key);
        // Only a member that is there is assigned to a property that keeps its initial value.
        var isNullable = member.IsOptional && !(member.KeepsInitialValue && member.Default is not null);
        var optional = isNullable ? "OrNull" : "";
        var annotated = member.HoldsNullable ? "!" : "";
        var forgiven = isNullable && member.Default is not null ? "!" : annotated;
        return member.Kind switch
        {
            FormMemberKind.Text =>
                $"form.{Field(member.Text!)}({key}).{TextEmitter.Call(member.Text!, member.IsOptional, member.Default)}{annotated}",
            FormMemberKind.File => $"form.File{optional}({key}){forgiven}",
            FormMemberKind.Files => Files("form", key, isNullable, !member.IsList) + forgiven,
            FormMemberKind.Object when isNullable && !member.KeepsInitialValue =>
                $"form.Has({key}) ? {member.Reader}(form.Nested({key})){annotated} : {member.Default ?? "null"}",
            FormMemberKind.Object => $"{member.Reader}(form.Nested({key})){annotated}",
            _ when member.TypeName!.EndsWith("?", StringComparison.Ordinal) =>
                $"form.{(member.IsList ? "List" : "Array")}{optional}<{member.TypeName}>({key}, static item => {member.Reader}(item)){forgiven}",
            _ => $"form.{(member.IsList ? "List" : "Array")}{optional}<{member.TypeName}>({key}, {member.Reader}){forgiven}",
        };
    }

    /// <summary>The files under one name.</summary>
    public static string Files(string form, string key, bool isOptional, bool isArray)
    {
        var files = $"{form}.Files{(isOptional ? "OrNull" : "")}({key})";
        return !isArray ? files
            : isOptional ? $"{files}?.ToArray()"
            : $"{files}.ToArray()";
    }

    private static string Field(TextModel text) =>
        text.Shape is not TextShape.One ? "ValueList"
        : text.IsNullableValue ? "FilledValue"
        : "Value";
}
