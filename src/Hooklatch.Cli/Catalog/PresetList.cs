using Hooklatch.Cli.Terminals;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Catalog;

/// <summary>The list of the presets: what each is signed with, and under which condition an endpoint accepts it.</summary>
/// <param name="output">Where it goes.</param>
internal sealed class PresetList(Output output)
{
    private const string Condition = "the endpoint has to be configured with your public key, since nobody has the provider's private key";

    /// <summary>Writes it.</summary>
    public void Write()
    {
        var table = new Table("PROVIDER", "SIGNED WITH", "ALSO --setting", "SAMPLES");
        var hasPrivate = false;
        foreach (var info in PresetCatalog.All)
        {
            var line = Of(info);
            output.Json(line, ToolJson.Default.PresetLine);
            var isPrivate = line.Condition is not null;
            hasPrivate |= isPrivate;
            table.Add(
                info.Name,
                isPrivate ? "your private key *" : "the secret",
                string.Join(", ", line.Settings),
                string.Join(", ", line.Samples)
            );
        }

        output.Table(table);
        if (hasPrivate)
        {
            output.Line("");
            output.Line("* The provider signs with a private key of its own, which nobody else has.");
            output.Line("  An endpoint takes your deliveries once it is configured with your public");
            output.Line("  key. --secret-file takes the private key as PEM.");
        }
    }

    private static PresetLine Of(PresetInfo info)
    {
        var signer = PresetCatalog.Create(info.Name).CreateSigner();
        return new PresetLine
        {
            Name = info.Name,
            Title = info.Title,
            Key = signer.KeyKind is SignerKeyKind.Secret ? "secret" : "privateKey",
            Settings = signer.Settings,
            Samples = [.. Sample.Of(info.Name).Select(sample => sample.Event)],
            Condition = signer.KeyKind is SignerKeyKind.PrivateKey ? Condition : null,
        };
    }
}
