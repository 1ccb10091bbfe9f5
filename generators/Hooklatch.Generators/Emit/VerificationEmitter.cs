using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes the check of exactly one scheme: its headers and literals by name, nothing that is interpreted later.</summary>
internal static class VerificationEmitter
{
    private const string Verifier = "global::Hooklatch.Verification.WebhookVerifier";

    public static void EmitProperties(SourceWriter writer, VerificationModel verification)
    {
        writer.Assignment($"public override {Verifier} Verifier {{ get; }}", Construction(verification)).Line();
        if (verification.EventHeader is { } eventHeader)
        {
            writer.Line($"public override string? EventHeader => {Literal.String(eventHeader)};").Line();
        }

        if (verification.DeliveryIdHeader is { } idHeader)
        {
            writer.Line($"public override string? DeliveryIdHeader => {Literal.String(idHeader)};").Line();
        }
    }

    public static void EmitVerifier(SourceWriter writer, VerificationModel verification)
    {
        if (verification.Hmac is not { } hmac)
        {
            return;
        }

        writer.Line();
        using (
            writer.Braces(
                $"private sealed class Verification(global::Hooklatch.Hosting.PluginScope plugin)\n"
                    + $"    : global::Hooklatch.Verification.HmacVerifier(plugin, {Literal.String(hmac.Secret)}, global::Hooklatch.Verification.HmacAlgorithm.{hmac.Algorithm})"
            )
        )
        {
            EmitHeaders(writer, hmac);
            writer
                .Line("protected override bool TryDecode(string header, global::System.Span<byte> signature) =>")
                .Line(
                    $"    global::Hooklatch.Verification.SignatureText.TryDecode{hmac.Encoding}(header, {Literal.String(hmac.Prefix)}, signature);"
                )
                .Line();
            using (writer.Braces("protected override void Append(ref global::Hooklatch.Verification.SignedContent content)"))
            {
                writer.Lines(hmac.Content.Select(Statement));
            }
        }
    }

    private static string Construction(VerificationModel verification) =>
        verification switch
        {
            { Hmac: not null } => "new Verification(plugin)",
            { Token: { } token } => TokenConstruction(token),
            _ => $"new global::Hooklatch.Verification.NoVerifier({Literal.StringOrNull(verification.UnverifiedReason)})",
        };

    private static string TokenConstruction(TokenModel token)
    {
        var place = token.Header is null ? $"Query = {Literal.String(token.Query!)}" : $"Header = {Literal.String(token.Header)}";
        var prefix = token.Prefix.Length == 0 ? "" : $", Prefix = {Literal.String(token.Prefix)}";
        return $"new global::Hooklatch.Verification.SharedTokenVerifier(plugin, {Literal.String(token.Secret)}) {{ {place}{prefix} }}";
    }

    private static void EmitHeaders(SourceWriter writer, HmacModel hmac)
    {
        var signed = hmac
            .Content.Where(part => part.Kind is ContentKind.Header)
            .Select(part => part.Text)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
        if (signed.Length > 0)
        {
            writer.Line($"private static readonly string[] Signed = {{ {string.Join(", ", signed.Select(Literal.String))} }};").Line();
        }

        writer.Line($"protected override string SignatureHeader => {Literal.String(hmac.Header)};").Line();
        if (signed.Length > 0)
        {
            writer.Line("protected override global::System.ReadOnlySpan<string> SignedHeaders => Signed;").Line();
        }

        if (hmac.Timestamp is { } timestamp)
        {
            writer.Line(
                $"""
                protected override string? TimestampHeader => {Literal.String(timestamp.Header)};

                protected override global::Hooklatch.Verification.TimeUnit TimestampUnit => global::Hooklatch.Verification.TimeUnit.{timestamp.Unit};

                protected override global::System.TimeSpan Tolerance => global::System.TimeSpan.FromSeconds({Literal.Number(
                    timestamp.ToleranceSeconds
                )});

                """
            );
        }
    }

    private static string Statement(ContentPart part) =>
        part.Kind switch
        {
            ContentKind.Body => "content.AppendBody();",
            ContentKind.Literal => $"content.Append({Literal.Utf8(part.Text)});",
            _ =>
                $"content.AppendHeader({Literal.String(part.Text)}{Divider("followedBy", part.FollowedBy)}{Divider("precededBy", part.PrecededBy)});",
        };

    private static string Divider(string parameter, string literal) =>
        literal.Length == 0 ? "" : $", {parameter}: {Literal.String(literal)}";
}
