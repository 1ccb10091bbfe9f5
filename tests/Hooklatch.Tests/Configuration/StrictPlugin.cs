using Hooklatch.Configuration;
using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Configuration;

/// <summary>A plugin none of whose code reads the configuration by itself, as generated code describes it.</summary>
internal sealed class StrictPlugin : PluginManifest
{
    public override string Author => "tests";

    public override string Module => "strict";

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddPluginConfig(Key, new Binder());

    /// <summary>A verifier in code names what it reads.</summary>
    public override void MapWebhooks(WebhookMap map) =>
        _ = new LiveSecrets<string[]>(map.Plugin.Configuration, "Live:Keys", values => values);

    internal sealed record Config(string? Name, int[] Numbers, Shop? Shop, Dictionary<string, Shop> Shops, Shop[] Branches);

    internal sealed record Shop(string? Street);

    /// <summary>Asks for the keys of <see cref="Config"/> as a generated binder does.</summary>
    private sealed class Binder : PluginConfigBinder<Config>
    {
        public override Config Bind(ConfigReader reader) =>
            new(
                reader.Text("Name", null) is "unlucky" ? throw new InvalidOperationException() : reader.Text("Name", null),
                reader.Has("Numbers") ? reader.Nested("Numbers").Array(entry => entry.Value<int>()) : [],
                reader.Has("Shop") ? BindShop(reader.Nested("Shop")) : null,
                reader.Has("Shops") ? reader.Nested("Shops").Dictionary(BindShop) : [],
                reader.Has("Branches") ? reader.Nested("Branches").Array(BindShop) : []
            );

        private static Shop BindShop(ConfigReader reader) => new(reader.Text("Street", null));
    }
}
