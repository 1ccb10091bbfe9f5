using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes the class of one rule: its headers and literals by name, nothing that is interpreted later.</summary>
internal static class RuleEmitter
{
    private const string Room = "global::Hooklatch.Signing.";
    private const string Rules = Room + "Schemes.";
    private const string Text = Room + "Text.";
    private const string Values = "BodyValues";

    public static void Emit(SourceWriter writer, RuleModel rule, string className)
    {
        writer.Line();
        var key = rule.KeyPath is { } path ? $", string {path}" : "";
        using (writer.Braces($"private sealed class {className}(global::Hooklatch.Plugins.PluginScope plugin{key})\n    : {BaseOf(rule)}"))
        {
            EmitPlace(writer, rule);
            EmitKey(writer, rule);
            EmitTimestamp(writer, rule);
            EmitDecode(writer, rule);
            EmitBodyValues(writer, rule);
            using (writer.Braces($"protected override void Append(ref {Rules}SignedContent content)"))
            {
                writer.Lines(rule.Content.Select(Statement));
            }

            if (rule.BodyValues.Count > 0)
            {
                writer.Line();
                JsonProjectionEmitter.Emit(
                    writer,
                    new JsonProjectionModel(rule.BodyValues),
                    Values,
                    "What the signature takes from the JSON body"
                );
            }
        }
    }

    private static string BaseOf(RuleModel rule)
    {
        var path = rule.KeyPath ?? "null";
        return rule.Kind switch
        {
            RuleKind.Hmac => $"{Rules}HmacRule(plugin, {path}, {Room}HmacAlgorithm.{rule.Algorithm})",
            RuleKind.Digest => $"{Rules}DigestRule(plugin, {path}, {Room}DigestAlgorithm.{rule.Algorithm})",
            _ => $"{Rules}PublicKeyRule<{rule.Algorithm}>(plugin, {path})",
        };
    }

    private static void EmitPlace(SourceWriter writer, RuleModel rule)
    {
        Property(writer, "string", "SignatureHeader", Literal.String(rule.Header));
        if (rule.IsNumbered)
        {
            Property(writer, "bool", "IsNumbered", "true");
        }

        EmitNames(writer, "SignedHeaders", [.. Sources(rule, ContentKind.Header), .. TimestampHeader(rule)]);
        EmitNames(writer, "SignedQuery", Sources(rule, ContentKind.Query));
        if (rule.WhenHeader is { } when)
        {
            Property(writer, "string?", "WhenHeader", Literal.String(when));
            Property(writer, "string", "WhenEquals", Literal.String(rule.WhenEquals));
        }

        if (!rule.SignsBody)
        {
            Property(writer, "bool", "SignsBody", "false");
        }

        if (rule.SignsUrl)
        {
            Property(writer, "bool", "SignsUrl", "true");
        }

        if (CandidatesOf(rule) is { } candidates)
        {
            writer
                .Line(
                    $"""
                    protected override {Rules}SignatureCandidates Candidates(
                        in {Rules}SignedRequest request) =>
                        {Rules}SignatureCandidates.{candidates};
                    """
                )
                .Line();
        }
    }

    private static void EmitKey(SourceWriter writer, RuleModel rule)
    {
        if (rule.KeyEncoding != "Utf8")
        {
            Property(writer, $"{Room}KeyEncoding", "KeyEncoding", $"{Room}KeyEncoding.{rule.KeyEncoding}");
        }

        if (rule.KeyPrefix.Length > 0)
        {
            Property(writer, "string", "KeyPrefix", Literal.String(rule.KeyPrefix));
        }

        if (rule.SecretIndex >= 0)
        {
            Property(writer, "int", "OnlyKey", Literal.Number(rule.SecretIndex));
        }

        if (rule.HashedTwice)
        {
            Property(writer, "bool", "HashedTwice", "true");
        }
    }

    private static void EmitTimestamp(SourceWriter writer, RuleModel rule)
    {
        if (rule.Timestamp is not { } timestamp)
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
                        Literal.String(rule.Header),
                        Literal.Character(rule.Field!.ItemSeparator),
                        Literal.Character(rule.Field.FieldSeparator),
                        Literal.String(field),
                    ]
                )
            : ("InBody", [Literal.Number(timestamp.BodyValue)]);
        writer
            .Value(
                $"private static readonly {Rules}TimestampRule SignedAt =",
                $"{Rules}TimestampRule.{place.Kind}",
                [.. place.Arguments, .. window]
            )
            .Line()
            .Line($"protected override {Rules}TimestampRule? Timestamp => SignedAt;")
            .Line();
    }

    private static void EmitDecode(SourceWriter writer, RuleModel rule) =>
        _ =
            rule.Kind is RuleKind.PublicKey
                ? writer
                    .Line("protected override byte[]? Decode(global::System.ReadOnlySpan<char> text) =>")
                    .Line($"    {Text}SignatureText.Decode(text, {Literal.String(rule.Prefix)}, {Room}SignatureEncoding.{rule.Encoding});")
                    .Line()
                : writer
                    .Line(
                        "protected override bool TryDecode(global::System.ReadOnlySpan<char> text, global::System.Span<byte> signature) =>"
                    )
                    .Line($"    {Text}SignatureText.TryDecode{rule.Encoding}(text, {Literal.String(rule.Prefix)}, signature);")
                    .Line();

    private static void EmitBodyValues(SourceWriter writer, RuleModel rule)
    {
        if (rule.BodyValues.Count == 0)
        {
            return;
        }

        Property(writer, "bool", "TakesBodyValues", "true");
        var outs = string.Join(", ", rule.BodyValues.Select(value => $"out var {value.Name}"));
        var names = string.Join(", ", rule.BodyValues.Select(value => value.Name));
        using (writer.Braces("protected override string?[]? TakeBodyValues(global::System.ReadOnlyMemory<byte> body)"))
        {
            writer
                .Line("var errors = new global::Hooklatch.Http.BindingErrors();")
                .Line($"var isRead = {Values}.TryRead(body, errors, {outs});")
                .Line($"return isRead && errors.IsEmpty ? new[] {{ {names} }} : null;");
        }

        writer.Line();
    }

    private static string? CandidatesOf(RuleModel rule)
    {
        var text =
            rule.SignatureValue >= 0
                ? $"request.BodyValue({Literal.Number(rule.SignatureValue)})"
                : $"request.Header({Literal.String(rule.Header)})";
        return rule.IsNumbered ? $"Numbered(request, {Literal.String(rule.Header)})"
            : rule.Field is { } field
                ? $"Fields({text}, {Literal.Character(field.ItemSeparator)}, {Literal.Character(field.FieldSeparator)}, {Literal.String(field.Name)})"
            : rule.SignatureValue >= 0 ? $"One({text})"
            : null;
    }

    private static string[] Sources(RuleModel rule, ContentKind kind) =>
        [
            .. rule
                .Content.Where(part => part.Kind == kind)
                .Select(part => part.Text)
                .Distinct(kind is ContentKind.Header ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal),
        ];

    private static string[] TimestampHeader(RuleModel rule) =>
        rule.Timestamp?.Header is { } header && !Sources(rule, ContentKind.Header).Contains(header, StringComparer.OrdinalIgnoreCase)
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
