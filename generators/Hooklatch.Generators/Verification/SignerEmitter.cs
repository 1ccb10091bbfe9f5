using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>Writes what signs by an attribute class: its other part, and the schemes as endpoints verify them.</summary>
internal static class SignerEmitter
{
    private const string Room = "global::Hooklatch.Signing.";

    public static GeneratedFile Emit(SignerModel signer)
    {
        var writer = GeneratedFile.Begin(signer.Marks);
        if (signer.Namespace.Length == 0)
        {
            EmitTypes(writer, signer);
        }
        else
        {
            using (writer.Braces($"namespace {signer.Namespace}"))
            {
                EmitTypes(writer, signer);
            }
        }

        return new GeneratedFile(signer.HintName, writer.ToString());
    }

    private static void EmitTypes(SourceWriter writer, SignerModel signer)
    {
        using (writer.Braces($"partial class {Identifier.Escape(signer.ClassName)} : {Room}ISignable"))
        {
            string[] arguments =
            [
                Literal.String(signer.Attribute),
                .. signer.Schemes.Select((_, i) => $"new {ScopeOf(signer)}{NameOf(signer, i)}()"),
            ];
            writer.Line(GeneratedFile.Attribute).Line($"{Room}IRequestSigner {Room}ISignable.CreateSigner() =>");
            using (writer.Indented())
            {
                writer.Construction("", $"{Room}Schemes.SchemeSigner", arguments, [.. Properties(signer)]);
            }
        }

        for (var i = 0; i < signer.Schemes.Count; i++)
        {
            SchemeEmitter.Emit(
                writer,
                signer.Schemes[i],
                NameOf(signer, i),
                signer.Marks.IsForObsolete ? $"{GeneratedFile.Obsolete} file" : "file"
            );
        }
    }

    /// <summary>What stands before the name of a scheme, since a member of the author's class may be called the same.</summary>
    private static string ScopeOf(SignerModel signer) => signer.Namespace.Length == 0 ? "global::" : $"global::{signer.Namespace}.";

    /// <summary>A type of this file alone collides with nothing that its author wrote.</summary>
    private static string NameOf(SignerModel signer, int index) =>
        signer.Schemes.Count == 1 ? "Scheme" : $"Scheme{Literal.Number(index + 1)}";

    private static IEnumerable<(string Name, string Value)> Properties(SignerModel signer)
    {
        if (signer.Token is { } token)
        {
            yield return ("Token", SchemeEmitter.Token(token));
        }

        if (signer.RequiresAll)
        {
            yield return ("RequiresAll", "true");
        }

        if (signer.RequiredHeaders.Count > 0)
        {
            yield return ("RequiredHeaders", $"new[] {{ {string.Join(", ", signer.RequiredHeaders.Select(Literal.String))} }}");
        }

        (string Name, string? Value)[] places =
        [
            ("TimestampProperty", signer.TimestampProperty),
            ("EventHeader", signer.EventHeader),
            ("EventQuery", signer.EventQuery),
            ("DeliveryIdHeader", signer.DeliveryIdHeader),
        ];
        foreach (var (name, value) in places)
        {
            if (value is not null)
            {
                yield return (name, Literal.String(value));
            }
        }
    }
}
