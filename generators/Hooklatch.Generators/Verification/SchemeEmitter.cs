using Hooklatch.Generators.Common;
using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Verification;

/// <summary>Writes the class of one scheme: its headers and literals by name, nothing that is interpreted later.</summary>
internal static class SchemeEmitter
{
    private const string Room = "global::Hooklatch.Signing.";
    private const string Schemes = Room + "Schemes.";

    /// <param name="writer">The file.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="className">What the class is called.</param>
    /// <param name="modifier">Who sees it: <c>private</c> within a class, <c>file</c> outside of one.</param>
    public static void Emit(SourceWriter writer, SchemeModel scheme, string className, string modifier)
    {
        writer.Line();
        using (writer.Braces($"{modifier} sealed class {className}() : {BaseOf(scheme)}"))
        {
            EmitPlace(writer, scheme);
            EmitKey(writer, scheme);
            EmitTimestamp(writer, scheme);
            EmitBodyValues(writer, scheme);
            using (writer.Braces($"protected override void Append(ref {Schemes}SignedContent content)"))
            {
                writer.Lines(scheme.Content.Select(Statement));
            }
        }
    }

    /// <summary>Where a token stands, as an expression.</summary>
    public static string Token(TokenModel token)
    {
        var place = token.Header is null ? $"Query = {Literal.String(token.Query!)}" : $"Header = {Literal.String(token.Header)}";
        var prefix = token.Prefix.Length == 0 ? "" : $", Prefix = {Literal.String(token.Prefix)}";
        var encoding = token.IsBase64 ? ", IsBase64 = true" : "";
        return $"new {Schemes}TokenScheme {{ {place}{prefix}{encoding} }}";
    }

    private static string BaseOf(SchemeModel scheme) =>
        scheme.Kind switch
        {
            SchemeKind.Hmac => $"{Schemes}HmacScheme({Room}HmacAlgorithm.{scheme.Algorithm})",
            SchemeKind.Digest => $"{Schemes}DigestScheme({Room}DigestAlgorithm.{scheme.Algorithm})",
            _ => $"{Schemes}PublicKeyScheme<{scheme.Algorithm}>",
        };

    private static void EmitPlace(SourceWriter writer, SchemeModel scheme)
    {
        Property(writer, "string", "SignatureHeader", Literal.String(scheme.Header));
        if (scheme.IsNumbered)
        {
            Property(writer, "bool", "IsNumbered", "true");
        }

        EmitNames(writer, "SignedHeaders", [.. Sources(scheme, ContentKind.Header), .. TimestampHeader(scheme)]);
        EmitNames(writer, "SignedQuery", Sources(scheme, ContentKind.Query));
        if (scheme.WhenHeader is { } when)
        {
            Property(writer, "string?", "WhenHeader", Literal.String(when));
            Property(writer, "string", "WhenEquals", Literal.String(scheme.WhenEquals));
        }

        if (!scheme.SignsBody)
        {
            Property(writer, "bool", "SignsBody", "false");
        }

        if (scheme.SignsUrl)
        {
            Property(writer, "bool", "SignsUrl", "true");
        }

        if (scheme.SignatureValue >= 0)
        {
            Property(writer, "int", "SignatureValue", Literal.Number(scheme.SignatureValue));
        }

        if (scheme.Field is { } field)
        {
            var arguments =
                $"{Literal.String(field.Name)}, {Literal.Character(field.ItemSeparator)}, {Literal.Character(field.FieldSeparator)}";
            writer
                .Line($"private static readonly {Schemes}SignatureField SignedField = new({arguments});")
                .Line()
                .Line($"protected override {Schemes}SignatureField? Field => SignedField;")
                .Line();
        }

        if (scheme.Prefix.Length > 0)
        {
            Property(writer, "string", "Prefix", Literal.String(scheme.Prefix));
        }

        if (scheme.Encoding != "Hex")
        {
            Property(writer, $"{Room}SignatureEncoding", "Encoding", $"{Room}SignatureEncoding.{scheme.Encoding}");
        }
    }

    private static void EmitKey(SourceWriter writer, SchemeModel scheme)
    {
        if (scheme.KeyEncoding != "Utf8")
        {
            Property(writer, $"{Room}KeyEncoding", "KeyEncoding", $"{Room}KeyEncoding.{scheme.KeyEncoding}");
        }

        if (scheme.KeyPrefix.Length > 0)
        {
            Property(writer, "string", "KeyPrefix", Literal.String(scheme.KeyPrefix));
        }

        if (scheme.SecretIndex >= 0)
        {
            Property(writer, "int", "OnlyKey", Literal.Number(scheme.SecretIndex));
        }

        if (scheme.HashedTwice)
        {
            Property(writer, "bool", "HashedTwice", "true");
        }
    }

    private static void EmitTimestamp(SourceWriter writer, SchemeModel scheme)
    {
        if (scheme.Timestamp is not { } timestamp)
        {
            return;
        }

        string[] window =
        [
            $"past: {Literal.Number(timestamp.Past)}",
            $"future: {Literal.Number(timestamp.Future)}",
            $"{Room}TimeUnit.{timestamp.Unit}",
        ];
        (string Kind, string[] Arguments) place =
            timestamp.Header is { } header ? ("InHeader", [Literal.String(header)])
            : timestamp.Field is { } field
                ? (
                    "InField",
                    [
                        Literal.String(scheme.Header),
                        Literal.Character(scheme.Field!.ItemSeparator),
                        Literal.Character(scheme.Field.FieldSeparator),
                        Literal.String(field),
                    ]
                )
            : ("InBody", [Literal.Number(timestamp.BodyValue)]);
        writer
            .Value(
                $"private static readonly {Schemes}SignedTimestamp SignedAt =",
                $"{Schemes}SignedTimestamp.{place.Kind}",
                [.. place.Arguments, .. window]
            )
            .Line()
            .Line($"protected override {Schemes}SignedTimestamp? Timestamp => SignedAt;")
            .Line();
    }

    private static void EmitBodyValues(SourceWriter writer, SchemeModel scheme)
    {
        if (scheme.TakesJson)
        {
            EmitNames(writer, "BodyPaths", [.. scheme.BodyValues.Select(value => value.Path!.Path.Text)]);
        }

        if (scheme.TakesForm)
        {
            EmitNames(writer, "FormFields", [.. scheme.BodyValues.Select(value => value.Field!)]);
        }

        if (scheme.PayloadField is { } payload)
        {
            Property(writer, "string?", "PayloadField", Literal.String(payload));
        }
    }

    private static string[] Sources(SchemeModel scheme, ContentKind kind) =>
        [
            .. scheme
                .Content.Where(part => part.Kind == kind)
                .Select(part => part.Text)
                .Distinct(kind is ContentKind.Header ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal),
        ];

    private static string[] TimestampHeader(SchemeModel scheme) =>
        scheme.Timestamp?.Header is { } header && !Sources(scheme, ContentKind.Header).Contains(header, StringComparer.OrdinalIgnoreCase)
            ? [header]
            : [];

    private static void EmitNames(SourceWriter writer, string property, string[] names)
    {
        if (names.Length > 0)
        {
            writer
                .Line($"private static readonly string[] {property}Names = {{ {string.Join(", ", names.Select(Literal.String))} }};")
                .Line()
                .Line($"protected override global::System.ReadOnlySpan<string> {property} => {property}Names;")
                .Line();
        }
    }

    private static void Property(SourceWriter writer, string type, string name, string value) =>
        writer.Line($"protected override {type} {name} => {value};").Line();

    private static string Statement(ContentPart part) =>
        part.Kind switch
        {
            ContentKind.Body => "content.AppendBody();",
            ContentKind.Payload => $"content.AppendPayload({Literal.String(part.Text)});",
            ContentKind.Literal => $"content.Append({Literal.Utf8(part.Text)});",
            ContentKind.Secret => "content.AppendSecret();",
            ContentKind.Timestamp => "content.AppendValue(SignedAt.Text(content.Request));",
            ContentKind.Method => "content.AppendValue(content.Request.Method);",
            ContentKind.Url => "content.AppendValue(content.Request.Url);",
            ContentKind.DecodedUrl => "content.AppendValue(content.Request.DecodedUrl);",
            _ =>
                $"content.AppendValue(content.Request.{ValueOf(part)}{Divider("followedBy", part.FollowedBy)}{Divider("precededBy", part.PrecededBy)});",
        };

    private static string ValueOf(ContentPart part) =>
        part.Kind switch
        {
            ContentKind.Header => $"Header({Literal.String(part.Text)})",
            ContentKind.Query => $"Query({Literal.String(part.Text)})",
            _ => $"BodyValue({Literal.Number(part.BodyValue)})",
        };

    private static string Divider(string parameter, string literal) =>
        literal.Length == 0 ? "" : $", {parameter}: {Literal.String(literal)}";
}
