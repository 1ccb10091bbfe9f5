using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes a plugin's manifest: its table of contents, and the attribute by which hosts find it.</summary>
internal static class ManifestEmitter
{
    /// <summary>Grows together with <c>Hooklatch.Hosting.PluginManifest.ContractVersion</c>; a test holds them equal.</summary>
    public const int ContractVersion = 1;

    public static GeneratedFile Emit(
        PluginModel plugin,
        IReadOnlyList<ManifestEntry> handlers,
        IReadOnlyList<EventGroupModel> events,
        IReadOnlyList<ConfigModel> configs,
        IReadOnlyList<JsonContextModel> contexts,
        PluginPartsModel parts
    )
    {
        var scope = GeneratedFile.NamespaceOf(plugin.Author, plugin.Module);
        var writer = GeneratedFile
            .Begin()
            .Line(
                $"""
                [assembly: global::Hooklatch.Hosting.PluginManifest({Literal.String(plugin.Key)}, typeof(global::{scope}.Manifest), {Literal.Number(
                    ContractVersion
                )})]

                """
            );
        using (writer.Braces($"namespace {scope}"))
        {
            writer.Line(
                $"""
                /// <summary>The plugin {plugin.Key}.</summary>
                {GeneratedFile.Attribute}
                """
            );
            using (writer.Braces("public sealed class Manifest : global::Hooklatch.Hosting.PluginManifest"))
            {
                EmitDescription(writer, plugin, handlers);
                EmitServices(writer, plugin, configs, contexts, parts);
                new PluginPartsEmitter(writer, plugin, parts).EmitMembers();
                EmitWebhooks(writer, handlers, events);
            }
        }

        return new GeneratedFile("Manifest.g.cs", writer.ToString());
    }

    private static void EmitDescription(SourceWriter writer, PluginModel plugin, IReadOnlyList<ManifestEntry> handlers)
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

        if (handlers.Any(handler => handler.HasQueryToken))
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

    private static void EmitWebhooks(SourceWriter writer, IReadOnlyList<ManifestEntry> handlers, IReadOnlyList<EventGroupModel> events)
    {
        var webhooks = handlers
            .Where(handler => handler.Events.Count == 0)
            .Select(handler => (handler.Endpoint, handler.Methods, handler.ClassName))
            .Concat(events.Select(group => (group.Endpoint, group.Methods, group.ClassName)))
            .OrderBy(webhook => webhook.Endpoint, StringComparer.Ordinal)
            .ThenBy(webhook => webhook.ClassName, StringComparer.Ordinal);
        using (writer.Braces("public override void MapWebhooks(global::Hooklatch.Hosting.WebhookMap map)"))
        {
            foreach (var (endpoint, methods, name) in webhooks)
            {
                writer.Line($"map.Add(new {name}(map.Plugin)); // {(methods.Count == 0 ? "ANY" : string.Join(",", methods))} {endpoint}");
            }
        }
    }
}
