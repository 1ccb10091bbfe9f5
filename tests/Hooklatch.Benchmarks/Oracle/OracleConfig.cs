namespace Hooklatch.Benchmarks.Oracle;

[PluginConfig]
public sealed class OracleConfig
{
    [Secret]
    public string? EncryptKey { get; init; }

    [Secret]
    public string? HandshakeToken { get; init; }

    [Secret]
    public string? CallbackToken { get; init; }

    [Secret]
    public string? CallbackAesKey { get; init; }

    public string? CallbackReceiver { get; init; }
}
