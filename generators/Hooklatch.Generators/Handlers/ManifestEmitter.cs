using Hooklatch.Generators.Common;
using Hooklatch.Generators.Configuration;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Plugins;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Handlers;

/// <summary>Writes a plugin's manifest: its table of contents, and the attribute by which hosts find it.</summary>
internal static class ManifestEmitter
{
    /// <summary>Grows together with <c>Hooklatch.Lifecycle.PluginManifest.ContractVersion</c>; a test holds them equal.</summary>
    public const int ContractVersion = 1;

    public static GeneratedFile Emit(
        PluginModel plugin,
        WebhookClassesModel webhooks,
        JobClassesModel jobs,
        IReadOnlyList<ConfigModel> configs,
        IReadOnlyList<JsonContextModel> contexts,
        PluginPartsModel parts
    )
    {
        var scope = GeneratedFile.NamespaceOf(plugin.Author, plugin.Module);
        var services = NeededService.Merge(webhooks.Services.Concat(jobs.Services).Concat(parts.NeededServices));
        var marks = Marks.Union([
            .. configs.Select(config => config.Marks),
            .. contexts.Select(context => context.Marks),
            .. services.Select(service => service.Marks),
            parts.Marks,
        ]);
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
                EmitDescription(writer, plugin, webhooks.HaveQueryTokens);
                EmitSchemas(writer, configs);
                EmitServices(writer, plugin, configs, contexts, parts);
                NeededServicesEmitter.Emit(writer, services);
                new PluginPartsEmitter(writer, plugin, parts).EmitMembers();
                EmitJobs(writer, jobs.Names);
                EmitWebhooks(writer, webhooks.Names);
            }
        }

        return new GeneratedFile("Manifest.g.cs", writer.ToString());
    }

    private static void EmitDescription(SourceWriter writer, PluginModel plugin, bool haveQueryTokens)
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

        if (haveQueryTokens)
        {
            writer.Line("public override bool HasQueryTokens => true;").Line();
        }
    }

    private static void EmitSchemas(SourceWriter writer, IReadOnlyList<ConfigModel> configs)
    {
        if (configs.Count > 0)
        {
            writer
                .Line("public override global::System.Collections.Generic.IReadOnlyList<string> SettingSchemas =>")
                .Line($"    [{string.Join(", ", configs.Select(config => config.BinderName + ".Schema"))}];")
                .Line();
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

    private static void EmitJobs(SourceWriter writer, EquatableArray<string> classes)
    {
        if (classes.Count > 0)
        {
            using (writer.Braces("public override void MapJobs(global::Hooklatch.Jobs.JobMap map)"))
            {
                writer.Lines(classes.Select(name => $"{name}.Map(map);"));
            }

            writer.Line();
        }
    }

    private static void EmitWebhooks(SourceWriter writer, EquatableArray<string> classes)
    {
        using (writer.Braces("public override void MapWebhooks(global::Hooklatch.Lifecycle.WebhookMap map)"))
        {
            writer.Lines(classes.Select(name => $"{name}.Map(map);"));
        }
    }
}
