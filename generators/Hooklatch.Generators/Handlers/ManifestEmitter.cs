using Hooklatch.Generators.Common;
using Hooklatch.Generators.Configuration;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Plugins;

namespace Hooklatch.Generators.Handlers;

/// <summary>Writes a plugin's manifest: its table of contents, and the attribute by which hosts find it.</summary>
internal static class ManifestEmitter
{
    /// <summary>Grows together with <c>Hooklatch.Lifecycle.PluginManifest.ContractVersion</c>; a test holds them equal.</summary>
    public const int ContractVersion = 1;

    /// <summary>
    /// How many handlers one method builds. Their constructors are inlined into it, so that a host that starts reads them in one place and not beside
    /// each handler's code; into a method of hundreds, the native compiler inlines nothing.
    /// </summary>
    private const int HandlersPerMethod = 32;

    public static GeneratedFile Emit(
        PluginModel plugin,
        IReadOnlyList<ManifestEntry> webhooks,
        IReadOnlyList<ConfigModel> configs,
        IReadOnlyList<JsonContextModel> contexts,
        PluginPartsModel parts
    )
    {
        var scope = GeneratedFile.NamespaceOf(plugin.Author, plugin.Module);
        var marks = Marks.Union([.. configs.Select(config => config.Marks), .. contexts.Select(context => context.Marks), parts.Marks]);
        var writer = GeneratedFile
            .Begin(marks, isForOthers: true)
            .Line(
                $"""
                [assembly: global::Hooklatch.Lifecycle.PluginManifest({Literal.String(plugin.Key)}, typeof(global::{scope}.Manifest), {Literal.Number(
                    ContractVersion
                )})]

                """
            );
        using (writer.Braces($"namespace {scope}"))
        {
            writer.Line(
                $"""
                /// <summary>The plugin {plugin.Key}.</summary>
                {GeneratedFile.AttributesFor(marks)}
                """
            );
            using (writer.Braces("public sealed class Manifest : global::Hooklatch.Lifecycle.PluginManifest"))
            {
                EmitDescription(writer, plugin, webhooks);
                EmitServices(writer, plugin, configs, contexts, parts);
                new PluginPartsEmitter(writer, plugin, parts).EmitMembers();
                EmitWebhooks(writer, webhooks);
            }
        }

        return new GeneratedFile("Manifest.g.cs", writer.ToString());
    }

    private static void EmitDescription(SourceWriter writer, PluginModel plugin, IReadOnlyList<ManifestEntry> webhooks)
    {
        writer
            .Line($"public override string Author => {Literal.String(plugin.Author)};")
            .Line()
            .Line($"public override string Module => {Literal.String(plugin.Module)};")
            .Line();
        if (plugin.Name is { } name)
        {
            writer.Line($"public override string Name => {Literal.String(name)};").Line();
        }

        if (plugin.Description is { } description)
        {
            writer.Line($"public override string? Description => {Literal.String(description)};").Line();
        }

        if (webhooks.Any(webhook => webhook.HasQueryToken))
        {
            writer.Line("public override bool HasQueryTokens => true;").Line();
        }
    }

    private static void EmitServices(
        SourceWriter writer,
        PluginModel plugin,
        IReadOnlyList<ConfigModel> configs,
        IReadOnlyList<JsonContextModel> contexts,
        PluginPartsModel parts
    )
    {
        const string Extensions = "global::Microsoft.Extensions.DependencyInjection.HooklatchServiceCollectionExtensions";
        if (configs.Count + contexts.Count + parts.Exports.Count + parts.Services.Count == 0)
        {
            return;
        }

        using (
            writer.Braces(
                """
                public override void ConfigureServices(
                    global::Microsoft.Extensions.DependencyInjection.IServiceCollection services,
                    global::Microsoft.Extensions.Configuration.IConfiguration configuration)
                """
            )
        )
        {
            foreach (var config in configs)
            {
                writer.Call(
                    $"{Extensions}.AddPluginConfig<{config.TypeName}>",
                    ["services", Literal.String(plugin.Key), $"new {config.BinderName}()"]
                );
            }

            foreach (var context in contexts)
            {
                writer.Call($"{Extensions}.AddPluginJson", ["services", $"{context.TypeName}.Default"]);
            }

            new PluginPartsEmitter(writer, plugin, parts).EmitRegistrations();
        }

        writer.Line();
    }

    private static void EmitWebhooks(SourceWriter writer, IReadOnlyList<ManifestEntry> webhooks)
    {
        const string Parameters = "(global::Hooklatch.Lifecycle.WebhookMap map)";
        if (webhooks.Count <= HandlersPerMethod)
        {
            EmitPart("public override void MapWebhooks", webhooks);
            return;
        }

        var parts = (webhooks.Count + HandlersPerMethod - 1) / HandlersPerMethod;
        using (writer.Braces($"public override void MapWebhooks{Parameters}"))
        {
            writer.Lines(Enumerable.Range(1, parts).Select(part => $"MapWebhooks{Literal.Number(part)}(map);"));
        }

        for (var part = 1; part <= parts; part++)
        {
            writer.Line();
            EmitPart(
                $"private static void MapWebhooks{Literal.Number(part)}",
                webhooks.Skip((part - 1) * HandlersPerMethod).Take(HandlersPerMethod)
            );
        }

        void EmitPart(string method, IEnumerable<ManifestEntry> handlers)
        {
            using (writer.Braces(method + Parameters))
            {
                foreach (var handler in handlers)
                {
                    var methods = handler.Methods.Count == 0 ? "ANY" : string.Join(",", handler.Methods);
                    writer.Line($"map.Add({handler.ClassName}.Endpoint(map.Plugin)); // {methods} {handler.Endpoint}");
                }
            }
        }
    }
}
