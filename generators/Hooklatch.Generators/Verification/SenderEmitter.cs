using Hooklatch.Generators.Common;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Verification;

/// <summary>Writes the file of one sender: how it is verified, how a delivery names itself, what the provider asks and expects to hear.</summary>
internal static class SenderEmitter
{
    private const string Room = "global::Hooklatch.Verification.";
    private const string Schemes = "global::Hooklatch.Signing.Schemes.";
    private const string Json = "global::Hooklatch.Json.";
    private const string Envelope = "Envelope";

    public static GeneratedFile Emit(SenderModel sender, PluginModel plugin)
    {
        var verification = sender.Verification;
        var writer = GeneratedFile.Begin(verification.Marks);
        using (writer.Braces($"namespace {GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}"))
        {
            string[] parameters =
            [
                "global::Hooklatch.Plugins.PluginScope plugin",
                .. NamesEndpoint(verification) ? ["string endpoint"] : Array.Empty<string>(),
                .. sender.Keys.Select(key => "string " + key),
            ];
            writer
                .Line($"/// <summary>{Literal.Comment($"Who sends what [{verification.Attribute}] verifies.")}</summary>")
                .Line(GeneratedFile.AttributesFor(verification.Marks))
                .Call($"internal sealed class {sender.ClassName}", parameters, end: "");
            using (writer.Indented())
            {
                EmitBase(writer, verification);
            }

            using (writer.Braces())
            {
                EmitProperties(writer, verification);
                EmitIdentity(writer, verification);
                EmitRules(writer, verification, plugin.Key);
            }
        }

        return new GeneratedFile($"{sender.ClassName}.g.cs", writer.ToString());
    }

    /// <summary>Who sends to an endpoint, as an expression.</summary>
    public static string Construction(SenderUseModel? use, VerificationModel verification, string endpoint)
    {
        if (use is { } sender)
        {
            var parameters = (sender.NamesEndpoint ? new[] { endpoint } : []).Concat(sender.Keys).Select(Literal.String);
            return $"new {sender.ClassName}({string.Join(", ", parameters.Prepend("map.Plugin"))})";
        }

        var verifier = verification switch
        {
            { Code: { } attribute } => $"{Room}Custom.CodeVerifier.Create(map.Plugin, {Literal.String(endpoint)}, {attribute})",
            { Token: { } token } => TokenVerifier("map.Plugin", token, Literal.String(token.Secret!)),
            var none => $"new {Room}NoVerifier({Literal.StringOrNull(none.UnverifiedReason)})",
        };
        return $"new {Room}WebhookSender({verifier})";
    }

    /// <summary>Whether the names of a delivery are looked up in its body.</summary>
    private static bool ReadsBody(VerificationModel verification) => Paths(verification).Any() || FieldsOf(verification).Length > 0;

    /// <summary>Whether the verifier has to know the endpoint: whose public URL is signed, and of whom a log speaks.</summary>
    public static bool NamesEndpoint(VerificationModel verification) => verification.Token is null;

    private static void EmitBase(SourceWriter writer, VerificationModel verification)
    {
        const string Base = $": {Room}WebhookSender";
        if (verification.Signature is not { } signature)
        {
            var verifier = verification.Token is { } token
                ? TokenVerifier("plugin", token, token.Secret ?? "null")
                : $"{Room}Custom.CodeVerifier.Create(plugin, endpoint, {verification.Code})";
            writer.Call(Base, [verifier], end: "");
            return;
        }

        string[] schemes =
        [
            .. signature.Schemes.Select(
                (scheme, i) => $"new {Room}KeyedScheme(plugin, {scheme.KeyPath ?? "null"}, new {NameOf(signature, i)}())"
            ),
        ];
        (string, string)[] properties =
        [
            .. Property(signature.RequiresAll, "RequiresAll", "true"),
            .. Property(
                signature.RequiredHeaders.Count > 0,
                "RequiredHeaders",
                $"[{string.Join(", ", signature.RequiredHeaders.Select(Literal.String))}]"
            ),
            .. Property(signature.SecretSource is not null, "Tenants", $"new {Room}TenantSecrets(plugin, CreateSecretSource)"),
        ];
        writer.Line(Base + "(");
        using (writer.Indented())
        {
            writer.Construction("", $"{Room}SignatureVerifier", ["plugin", "endpoint", .. schemes], properties, end: ")");
        }

        static (string, string)[] Property(bool isSet, string name, string value) => isSet ? [(name, value)] : [];
    }

    private static string TokenVerifier(string plugin, TokenModel token, string secret) =>
        $"new {Room}SharedTokenVerifier({plugin}, {secret}, {SchemeEmitter.Token(token)})"
        + (token.SecretSource is null ? "" : $" {{ Tenants = new {Room}TenantSecrets({plugin}, CreateSecretSource) }}");

    private static void EmitProperties(SourceWriter writer, VerificationModel verification)
    {
        if (verification.Event?.Header is { } eventHeader)
        {
            writer.Line($"public override string? EventHeader => {Literal.String(eventHeader)};").Line();
        }

        if (verification.DeliveryId?.Header is { } idHeader)
        {
            writer.Line($"public override string? DeliveryIdHeader => {Literal.String(idHeader)};").Line();
        }

        if (verification.DeliveryId is { IsSigned: true })
        {
            writer.Line("public override bool DeliveryIdIsSigned => true;").Line();
        }

        if (verification.DeliveryId is { IsShared: true })
        {
            writer.Line("public override bool DeliveryIdIsShared => true;").Line();
        }

        ProviderEmitter.Emit(writer, verification.Provider);
        if (ReadsBody(verification))
        {
            writer.Line("public override bool ReadsBody => true;").Line();
        }

        if (FieldsOf(verification) is { Length: > 0 } fields)
        {
            var names = string.Join(", ", fields.Select(Literal.String));
            writer
                .Line($"public override global::System.Collections.Generic.IReadOnlyList<string> FormFields {{ get; }} = [{names}];")
                .Line();
        }

        if (verification.Signature?.Schemes.Select(scheme => scheme.PayloadField).FirstOrDefault(field => field is not null) is { } payload)
        {
            writer.Line($"public override string? PayloadField => {Literal.String(payload)};").Line();
        }
    }

    private static void EmitRules(SourceWriter writer, VerificationModel verification, string plugin)
    {
        if (verification.Token?.SecretSource is { } tokens)
        {
            EmitSecretSource(writer, tokens, Literal.String(plugin));
        }

        if (verification.Signature is not { } signature)
        {
            return;
        }

        for (var i = 0; i < signature.Schemes.Count; i++)
        {
            SchemeEmitter.Emit(writer, signature.Schemes[i], NameOf(signature, i), "private");
        }

        if (signature.SecretSource is { } source)
        {
            EmitSecretSource(writer, source, Literal.String(plugin));
        }
    }

    private static string NameOf(SignatureModel signature, int index) =>
        signature.Schemes.Count == 1 ? "Scheme" : $"Scheme{Literal.Number(index + 1)}";

    private static void EmitSecretSource(SourceWriter writer, SecretSourceModel source, string plugin)
    {
        writer.Line();
        writer.Line($"private static {Room}ISecretSource CreateSecretSource(global::System.IServiceProvider services) =>");
        using (writer.Indented())
        {
            writer.Call($"new {source.TypeName}", [.. source.Constructor.Select(service => ServiceEmitter.Expression(service, plugin))]);
        }
    }

    private static IEnumerable<JsonValueModel> Paths(VerificationModel verification) =>
        new[] { verification.Event?.Path, verification.Event?.ActionPath, verification.DeliveryId?.Path }
            .OfType<JsonValueModel>()
            .Concat(verification.Provider.HandshakeValues.Select(value => value.Path).OfType<JsonValueModel>());

    /// <summary>The fields of a form that verify it, name the delivery or tell a handshake.</summary>
    private static string[] FieldsOf(VerificationModel verification) =>
        [
            .. (verification.Signature?.Schemes ?? [])
                .Where(scheme => scheme.TakesForm)
                .SelectMany(scheme => scheme.BodyValues.Select(value => value.Field))
                .Concat([verification.Event?.Field, verification.DeliveryId?.Field])
                .Concat(verification.Provider.HandshakeValues.Select(value => value.Field))
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private static void EmitIdentity(SourceWriter writer, VerificationModel verification)
    {
        var paths = Paths(verification).ToArray();
        var fields = new[] { verification.Event?.Field, verification.DeliveryId?.Field }
            .Concat(verification.Provider.HandshakeValues.Select(value => value.Field))
            .OfType<string>();
        if (paths.Length == 0 && verification.Event?.Query is null && !fields.Any())
        {
            return;
        }

        using (
            writer.Braces(
                $"""
                public override {Room}DeliveryIdentity Identify(
                    {Schemes}ReceivedRequest request,
                    global::System.ReadOnlyMemory<byte> body)
                """
            )
        )
        {
            if (paths.Length > 0)
            {
                writer
                    .Line($"var json = {Json}JsonValues.Find(body, {Envelope});")
                    .Lines(paths.Select((path, i) => $"var {path.Name} = json.Text({Literal.Number(i)});"))
                    .Line("json.End();")
                    .Line();
            }

            var name =
                InBody(verification.Event?.Path, verification.Event?.Field) is { } inBody ? inBody
                : verification.Event?.Query is { } query ? $"request.QueryText({Literal.String(query)})"
                : HeaderText(verification.Event?.Header);
            var action = verification.Event?.ActionPath is not null ? "action" : "null";
            var id = InBody(verification.DeliveryId?.Path, verification.DeliveryId?.Field) ?? HeaderText(verification.DeliveryId?.Header);
            var answers = verification.Provider.HandshakeValues.Select(value => InBody(value.Path, value.Field)!).ToArray();
            (string, string)[] values =
            [
                .. answers.Length == 0
                    ? Array.Empty<(string, string)>()
                    : [("HandshakeValues", $"new[] {{ {string.Join(", ", answers)} }}")],
                .. paths.Length == 0 ? Array.Empty<(string, string)>() : [("RepeatsName", "json.RepeatsName")],
            ];
            writer.Construction("return ", $"{Room}DeliveryIdentity", [name, action, id], values);
        }

        if (paths.Length > 0)
        {
            writer.Line().Line($"private static readonly {Json}JsonShape {Envelope} = {JsonValueEmitter.Shape(paths)};");
        }

        static string? InBody(JsonValueModel? path, string? field) =>
            field is null ? path?.Name
            : path is null ? $"request.FormText({Literal.String(field)})"
            : $"request.FormText({Literal.String(field)}) ?? {path.Name}";

        static string HeaderText(string? header) => header is null ? "null" : $"request.HeaderText({Literal.String(header)})";
    }
}
