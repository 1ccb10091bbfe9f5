using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes how a handler's sender is verified, and how a delivery names itself.</summary>
internal static class VerificationEmitter
{
    private const string Room = "global::Hooklatch.Verification.";
    private const string Envelope = "Envelope";

    public static void EmitProperties(SourceWriter writer, VerificationModel verification, string endpoint)
    {
        EmitVerifier(writer, verification, Literal.String(endpoint));
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

        ProviderEmitter.Emit(writer, verification.Provider);
    }

    /// <summary>Writes what stands behind the handler's own members: the classes of the rules, and what reads the names of a delivery.</summary>
    public static void EmitMembers(SourceWriter writer, VerificationModel verification, string plugin)
    {
        EmitIdentity(writer, verification);
        if (verification.Signature is not { } signature)
        {
            return;
        }

        for (var i = 0; i < signature.Rules.Count; i++)
        {
            RuleEmitter.Emit(writer, signature.Rules[i], RuleName(signature, i));
        }

        if (signature.SecretSource is { } source)
        {
            EmitSecretSource(writer, source, Literal.String(plugin));
        }
    }

    /// <summary>Whether the names of a delivery are looked up in its body.</summary>
    public static bool ReadsBody(VerificationModel verification) => Paths(verification).Any();

    private static void EmitVerifier(SourceWriter writer, VerificationModel verification, string endpoint)
    {
        var target = $"public override {Room}WebhookVerifier Verifier {{ get; }}";
        if (verification.Signature is not { } signature)
        {
            EmitConstruction(writer, target, verification, endpoint);
            return;
        }

        string[] arguments = ["plugin", endpoint, .. signature.Rules.Select((_, i) => $"new {RuleName(signature, i)}(plugin)")];
        (string, string)[] properties =
        [
            .. Property(signature.RequiresAll, "RequiresAll", "true"),
            .. Property(
                signature.RequiredHeaders.Count > 0,
                "RequiredHeaders",
                $"[{string.Join(", ", signature.RequiredHeaders.Select(Literal.String))}]"
            ),
            .. Property(signature.SecretSource is not null, "Tenants", $"new {Room}Rules.TenantSecrets(CreateSecretSource)"),
        ];
        writer.Line($"{target} =");
        using (writer.Indented())
        {
            writer.Construction("", $"{Room}Rules.SignatureVerifier", arguments, properties);
        }

        writer.Line();

        static (string, string)[] Property(bool isSet, string name, string value) => isSet ? [(name, value)] : [];
    }

    private static void EmitConstruction(SourceWriter writer, string target, VerificationModel verification, string endpoint)
    {
        if (verification.Code is { } attribute)
        {
            writer.Value($"{target} =", $"{Room}Code.CodeVerifier.Create", ["plugin", endpoint, attribute]).Line();
            return;
        }

        if (verification.Token is not { } token)
        {
            writer.Value($"{target} =", $"new {Room}NoVerifier", [Literal.StringOrNull(verification.UnverifiedReason)]).Line();
            return;
        }

        var place = token.Header is null ? $"Query = {Literal.String(token.Query!)}" : $"Header = {Literal.String(token.Header)}";
        var prefix = token.Prefix.Length == 0 ? "" : $", Prefix = {Literal.String(token.Prefix)}";
        var encoding = token.IsBase64 ? ", IsBase64 = true" : "";
        writer
            .Assignment(target, $"new {Room}SharedTokenVerifier(plugin, {Literal.String(token.Secret)}) {{ {place}{prefix}{encoding} }}")
            .Line();
    }

    private static string RuleName(SignatureModel signature, int index) =>
        signature.Rules.Count == 1 ? "Rule" : $"Rule{Literal.Number(index + 1)}";

    private static void EmitSecretSource(SourceWriter writer, SecretSourceModel source, string plugin)
    {
        writer.Line();
        using (writer.Braces($"private static {Room}ISecretSource CreateSecretSource(global::Microsoft.AspNetCore.Http.HttpContext http)"))
        {
            if (source.Constructor.Any(ServiceEmitter.IsFromContainer))
            {
                writer.Line("var services = http.RequestServices;");
            }

            writer.Call(
                $"return new {source.TypeName}",
                [.. source.Constructor.Select(service => ServiceEmitter.Expression(service, plugin))]
            );
        }
    }

    private static IEnumerable<JsonValueModel> Paths(VerificationModel verification) =>
        new[] { verification.Event?.Path, verification.Event?.ActionPath, verification.DeliveryId?.Path }
            .OfType<JsonValueModel>()
            .Concat(verification.Provider.HandshakeValues);

    private static void EmitIdentity(SourceWriter writer, VerificationModel verification)
    {
        var paths = Paths(verification).ToArray();
        if (paths.Length == 0 && verification.Event?.Query is null)
        {
            return;
        }

        writer.Line();
        using (
            writer.Braces(
                $"""
                public override {Room}DeliveryIdentity Identify(
                    {Room}Rules.SignedRequest request,
                    global::System.ReadOnlyMemory<byte> body)
                """
            )
        )
        {
            if (paths.Length > 0)
            {
                var outs = string.Join(", ", paths.Select(path => $"out var {path.Name}"));
                writer.Line($"{Envelope}.TryRead(body, new global::Hooklatch.Binding.BindingErrors(), {outs});");
            }

            var name =
                verification.Event?.Path is not null ? "name"
                : verification.Event?.Query is { } query ? $"request.QueryText({Literal.String(query)})"
                : HeaderText(verification.Event?.Header);
            var action = verification.Event?.ActionPath is not null ? "action" : "null";
            var id = verification.DeliveryId?.Path is not null ? "id" : HeaderText(verification.DeliveryId?.Header);
            var answers = verification.Provider.HandshakeValues.Select(value => value.Name).ToArray();
            (string, string)[] values = answers.Length == 0 ? [] : [("HandshakeValues", $"new[] {{ {string.Join(", ", answers)} }}")];
            writer.Construction("return ", $"{Room}DeliveryIdentity", [name, action, id], values);
        }

        if (paths.Length > 0)
        {
            writer.Line();
            var summary =
                verification.Provider.HandshakeValues.Count > 0
                    ? "What the body says of the delivery, and what the provider asks"
                    : "What the body says of the delivery";
            JsonProjectionEmitter.Emit(writer, new JsonProjectionModel(paths.ToEquatableArray()), Envelope, summary);
        }

        static string HeaderText(string? header) => header is null ? "null" : $"request.HeaderText({Literal.String(header)})";
    }
}
