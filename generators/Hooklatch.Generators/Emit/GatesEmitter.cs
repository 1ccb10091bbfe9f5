using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes what holds for every delivery to an endpoint, whichever handler takes it.</summary>
internal static class GatesEmitter
{
    public static void Emit(SourceWriter writer, GatesModel gates)
    {
        if (gates.DetectsDuplicates)
        {
            writer.Line("public override bool DetectsDuplicates => true;").Line();
        }

        if (gates.FormEnvelope is { } field)
        {
            writer.Line($"public override string? FormEnvelope => {Literal.String(field)};").Line();
        }

        if (gates.Addresses is { } addresses)
        {
            var networks = string.Concat(addresses.Networks.Select(network => ", " + Literal.String(network)));
            writer
                .Line("public override global::Hooklatch.Addresses.AddressGate? Addresses { get; } =")
                .Line($"    new(plugin, {Literal.StringOrNull(addresses.ConfigPath)}{networks});")
                .Line();
        }
    }
}
