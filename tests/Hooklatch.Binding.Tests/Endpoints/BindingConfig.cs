namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>The secret of the endpoints that are verified.</summary>
[PluginConfig]
public sealed class BindingConfig
{
    public const string Key = "Plugins:test.binding:SigningKey";

    [Secret]
    public string? SigningKey { get; init; }
}
