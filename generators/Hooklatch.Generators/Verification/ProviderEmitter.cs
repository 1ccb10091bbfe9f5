using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>Writes what a provider does besides signing.</summary>
internal static class ProviderEmitter
{
    private const string Handshake = "global::Hooklatch.Verification.Handshake";
    private const string SenderSetup = "global::Hooklatch.Verification.SenderSetup";
    private const string ReplyHeader = "global::Hooklatch.Verification.ReplyHeader";
    private const string Strings = "global::System.Collections.Generic.IReadOnlyList<string>";

    public static void Emit(SourceWriter writer, ProviderModel provider)
    {
        if (provider.Handshakes.Count > 0)
        {
            writer.Line($"public override global::System.Collections.Generic.IReadOnlyList<{Handshake}> Handshakes {{ get; }} =").Line("[");
            using (writer.Indented())
            {
                foreach (var handshake in provider.Handshakes)
                {
                    writer.Line($"new {Handshake}").Line("{");
                    using (writer.Indented())
                    {
                        writer.Lines(handshake.ToArray().Select(property => property + ","));
                    }

                    writer.Line("},");
                }
            }

            writer.Line("];").Line();
        }

        if (provider.Acknowledgement is { } arguments)
        {
            writer
                .Line($"public override global::Hooklatch.Http.WebhookAcknowledgement? Acknowledgement {{ get; }} = new({arguments});")
                .Line();
        }

        if (provider.InvalidStatus > 0)
        {
            writer.Line($"public override int InvalidStatus => {Literal.Number(provider.InvalidStatus)};").Line();
        }

        if (provider.QueuedStatus > 0)
        {
            writer.Line($"public override int QueuedStatus => {Literal.Number(provider.QueuedStatus)};").Line();
        }

        if (provider.InvalidHasNoBody)
        {
            writer.Line("public override bool InvalidHasNoBody => true;").Line();
        }

        if (provider.ReplyHeaders.Count > 0)
        {
            writer
                .Line($"public override global::System.Collections.Generic.IReadOnlyList<{ReplyHeader}> ReplyHeaders {{ get; }} =")
                .Line("[");
            using (writer.Indented())
            {
                writer.Lines(
                    provider.ReplyHeaders.Select(header =>
                        $"new {ReplyHeader}({Literal.String(header.Name)}, {Literal.String(header.Value)}, {Literal.StringOrNull(header.ValuePath)}),"
                    )
                );
            }

            writer.Line("];").Line();
        }

        if (provider.Setup is { } setup)
        {
            writer.Line($"public override {SenderSetup}? Setup =>");
            using (writer.Indented())
            {
                writer.Call(
                    $"new {SenderSetup}",
                    [Literal.String(setup.Provider), Literal.String(setup.Link), .. setup.Steps.Select(Literal.String)]
                );
            }

            writer.Line();
        }

        if (provider.AcceptedMediaTypes.Count > 0)
        {
            var types = string.Join(", ", provider.AcceptedMediaTypes.Select(Literal.String));
            writer.Line($"public override {Strings} AcceptedMediaTypes {{ get; }} = [{types}];").Line();
        }
    }
}
