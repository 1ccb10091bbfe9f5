using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Configuration;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Jobs;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Link;
using Hooklatch.Generators.Plugins;
using Hooklatch.Generators.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators;

/// <summary>
/// Turns declarations into code: one file per class of handlers and per kind of sender, one manifest per plugin, one link per host. Each step is Parse (symbol → model) or
/// Emit (model → text); between them models are joined and projected, so that an edit re-emits only what it changes.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class HooklatchGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var memory = new DeclarationCache();
        var plugin = context
            .SyntaxProvider.ForAttributeWithMetadataName(Names.Plugin, IsCompilationUnit, ParsePlugin)
            .Collect()
            .Select(SinglePlugin)
            .WithTrackingName(Steps.Plugin);
        var contexts = context
            .SyntaxProvider.ForAttributeWithMetadataName(Names.JsonSerializable, IsClass, memory.Remember(ParseJsonContext))
            .Where(IsPresent)
            .Collect()
            .Select(SortContexts)
            .WithTrackingName(Steps.JsonContexts);
        var declaredConfigs = context
            .SyntaxProvider.ForAttributeWithMetadataName(Names.PluginConfig, IsClass, memory.Remember(ParseConfig))
            .Where(IsPresent);
        var declared = context
            .SyntaxProvider.ForAttributeWithMetadataName(Names.Webhook, IsMethod, memory.Remember(ParseHandler))
            .Where(IsPresent)
            .WithTrackingName(Steps.Handlers);
        var declaredByEvent = context
            .SyntaxProvider.ForAttributeWithMetadataName(Names.OnEvent, IsMethod, memory.Remember(ParseEventHandler))
            .Where(IsPresent);

        var collisions = declared
            .Select(NameOf)
            .Collect()
            .Combine(declaredByEvent.Select(NameOf).Collect())
            .Select(Join)
            .Combine(declaredConfigs.Select(BinderNameOf).Collect())
            .Select(NameResolver.FindCollisions)
            .WithTrackingName(Steps.Collisions);
        var senders = declared
            .Select(SenderOf)
            .Collect()
            .Combine(declaredByEvent.Select(SenderOf).Collect())
            .Select(NameResolver.ResolveSenders)
            .WithTrackingName(Steps.Senders);
        var configs = declaredConfigs.Combine(collisions).Select(ResolveName).WithTrackingName(Steps.Configs);
        var handlers = declared
            .Combine(contexts.Combine(collisions).Combine(senders))
            .Select(Resolve)
            .Where(IsPresent)
            .WithTrackingName(Steps.ResolvedHandlers);
        var handlersByEvent = declaredByEvent
            .Combine(contexts.Combine(collisions).Combine(senders))
            .Select(Resolve)
            .Where(IsPresent)
            .WithTrackingName(Steps.ResolvedEventHandlers);
        var entries = handlers
            .Select(EntryOf)
            .Collect()
            .Combine(handlersByEvent.Select(EntryOf).Collect())
            .Select(Join)
            .Select(SortEntries)
            .WithTrackingName(Steps.HandlerEntries);
        var classes = handlers
            .Select(ForFile)
            .Collect()
            .Combine(handlersByEvent.Select(ForFile).Collect())
            .Select(Join)
            .Select(GroupByClass)
            .WithTrackingName(Steps.HandlerClasses);
        var facts = handlers
            .Select(FactsOf)
            .Collect()
            .Combine(handlersByEvent.Select(FactsOf).Collect())
            .Select(Join)
            .Select(GroupFacts)
            .WithTrackingName(Steps.WebhookFacts);
        var events = entries.Select(EventGrouper.Group).WithTrackingName(Steps.Events);
        var webhooks = entries.Combine(events).Select(ListClasses).WithTrackingName(Steps.WebhookClasses);
        var sortedConfigs = configs.Collect().Select(SortConfigs);
        var jobs = JobParts.Find(context, memory, contexts);
        var jobClasses = jobs.Select(JobResolver.ListClasses).WithTrackingName(Steps.JobClasses);
        var parts = PluginParts.Find(context);
        var link = context.CompilationProvider.Select(LinkParser.Parse).WithTrackingName(Steps.Link);

        context.RegisterSourceOutput(classes.SelectMany(static (all, _) => all).Combine(plugin), EmitHandlers);
        context.RegisterSourceOutput(jobs.SelectMany(static (all, _) => all).Combine(plugin), EmitJobs);
        context.RegisterSourceOutput(senders.SelectMany(static (all, _) => all).Combine(plugin), EmitSender);
        context.RegisterSourceOutput(events.SelectMany(static (all, _) => all).Combine(plugin), EmitEvents);
        context.RegisterSourceOutput(configs.Combine(plugin), EmitConfig);
        context.RegisterSourceOutput(contexts.Combine(plugin), EmitJson);
        context.RegisterSourceOutput(
            webhooks.Combine(jobClasses).Combine(sortedConfigs).Combine(contexts.Combine(parts)).Combine(plugin),
            EmitManifest
        );
        context.RegisterSourceOutput(facts.Combine(plugin), EmitFacts);
        context.RegisterSourceOutput(link.Combine(plugin), EmitLink);
        context.RegisterSourceOutput(Signers.Find(context), EmitSigner);
    }

    private static bool IsCompilationUnit(SyntaxNode node, CancellationToken cancellation) => node is CompilationUnitSyntax;

    private static bool IsClass(SyntaxNode node, CancellationToken cancellation) => node is TypeDeclarationSyntax;

    private static bool IsMethod(SyntaxNode node, CancellationToken cancellation) => node is MethodDeclarationSyntax;

    private static PluginModel? ParsePlugin(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Language.IsSupported(context.TargetNode.SyntaxTree) ? PluginParser.Parse(context.Attributes[0], report: null, cancellation) : null;

    private static HandlerModel? ParseHandler(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        PartialMethod.Of(context) is { } method ? HandlerParser.Parse(method, context.Attributes[0], report: null, cancellation) : null;

    /// <summary>A handler of events whose endpoint stands on its class; one with an endpoint of its own is found by that.</summary>
    private static HandlerModel? ParseEventHandler(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        PartialMethod.Of(context) is { } method && method.Attribute(Names.Webhook) is null && WebhookDeclaration.Of(method) is { } webhook
            ? HandlerParser.Parse(method, webhook, report: null, cancellation)
            : null;

    private static ConfigModel? ParseConfig(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        ConfigParser.Parse((INamedTypeSymbol)context.TargetSymbol, report: null, cancellation);

    private static JsonContextModel? ParseJsonContext(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        JsonContextParser.Parse((INamedTypeSymbol)context.TargetSymbol, cancellation);

    private static bool IsPresent(object? model) => model is not null;

    private static PluginModel? SinglePlugin(ImmutableArray<PluginModel?> plugins, CancellationToken cancellation) =>
        plugins.FirstOrDefault();

    private static HandlerName NameOf(HandlerModel? handler, CancellationToken cancellation) =>
        new(handler!.Id, handler.FileClass, handler.ClassTarget);

    private static string BinderNameOf(ConfigModel? config, CancellationToken cancellation) => config!.BinderName;

    private static ConfigModel ResolveName((ConfigModel? Config, NameCollisions Collisions) input, CancellationToken cancellation) =>
        NameResolver.Resolve(input.Config!, input.Collisions);

    private static HandlerModel? Resolve(
        (
            HandlerModel? Handler,
            ((EquatableArray<JsonContextModel> Contexts, NameCollisions Collisions) Names, EquatableArray<SenderModel> Senders) Plugin
        ) input,
        CancellationToken cancellation
    ) =>
        HandlerResolver.Resolve(
            input.Handler!,
            input.Plugin.Names.Contexts,
            input.Plugin.Names.Collisions,
            input.Plugin.Senders,
            cancellation
        );

    /// <summary>Which events a handler takes, and what holds for their endpoint, stands in that endpoint's file.</summary>
    private static HandlerModel? ForFile(HandlerModel? handler, CancellationToken cancellation) =>
        handler! with
        {
            Events = EquatableArray<string>.Empty,
            Settings = handler.Events.Count > 0 ? null : handler.Settings!.ForFile(),
        };

    private static EquatableArray<HandlerClassModel> GroupByClass(ImmutableArray<HandlerModel?> handlers, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return HandlerClassModel.Group(handlers.Select(handler => handler!));
    }

    private static SenderModel? SenderOf(HandlerModel? handler, CancellationToken cancellation) =>
        SenderModel.Of(handler!.Settings!.Verification)?.Sender;

    private static HandlerEntry EntryOf(HandlerModel? handler, CancellationToken cancellation) => HandlerEntry.Of(handler!);

    private static WebhookFacts FactsOf(HandlerModel? handler, CancellationToken cancellation) => WebhookFacts.Of(handler!);

    private static EquatableArray<WebhookFacts> GroupFacts(ImmutableArray<WebhookFacts> facts, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return WebhookFacts.Group(facts);
    }

    private static ImmutableArray<T> Join<T>((ImmutableArray<T> First, ImmutableArray<T> Second) lists, CancellationToken cancellation) =>
        lists.First.AddRange(lists.Second);

    private static EquatableArray<HandlerEntry> SortEntries(ImmutableArray<HandlerEntry> entries, CancellationToken cancellation) =>
        entries
            .OrderBy(entry => entry.Endpoint, StringComparer.Ordinal)
            .ThenBy(entry => entry.FileClass, StringComparer.Ordinal)
            .ThenBy(entry => entry.Member, StringComparer.Ordinal)
            .ToEquatableArray();

    private static WebhookClassesModel ListClasses(
        (EquatableArray<HandlerEntry> Entries, EquatableArray<EventGroupModel> Groups) plugin,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        return WebhookClassesModel.Of(plugin.Entries, plugin.Groups);
    }

    private static EquatableArray<ConfigModel> SortConfigs(ImmutableArray<ConfigModel> configs, CancellationToken cancellation) =>
        configs.OrderBy(config => config.TypeName, StringComparer.Ordinal).ToEquatableArray();

    private static EquatableArray<JsonContextModel> SortContexts(
        ImmutableArray<JsonContextModel?> contexts,
        CancellationToken cancellation
    ) => contexts.Select(context => context!).OrderBy(context => context.TypeName, StringComparer.Ordinal).ToEquatableArray();

    private static void EmitHandlers(SourceProductionContext context, (HandlerClassModel Class, PluginModel? Plugin) input)
    {
        if (input.Plugin is { } plugin)
        {
            Add(context, HandlerClassEmitter.Emit(input.Class, plugin));
        }
    }

    private static void EmitJobs(SourceProductionContext context, (JobClassModel Class, PluginModel? Plugin) input)
    {
        if (input.Plugin is { } plugin)
        {
            Add(context, JobClassEmitter.Emit(input.Class, plugin));
        }
    }

    private static void EmitSender(SourceProductionContext context, (SenderModel Sender, PluginModel? Plugin) input)
    {
        if (input.Plugin is { } plugin)
        {
            Add(context, SenderEmitter.Emit(input.Sender, plugin));
        }
    }

    private static void EmitEvents(SourceProductionContext context, (EventGroupModel Group, PluginModel? Plugin) input)
    {
        if (input.Plugin is { } plugin)
        {
            Add(context, EventEmitter.Emit(input.Group, plugin));
        }
    }

    private static void EmitConfig(SourceProductionContext context, (ConfigModel Config, PluginModel? Plugin) input)
    {
        if (input.Plugin is { } plugin)
        {
            Add(context, ConfigEmitter.Emit(input.Config, plugin));
        }
    }

    private static void EmitJson(SourceProductionContext context, (EquatableArray<JsonContextModel> Contexts, PluginModel? Plugin) input)
    {
        if (input is { Contexts.Count: > 0, Plugin: { } plugin })
        {
            Add(context, JsonEmitter.Emit(plugin, input.Contexts));
        }
    }

    private static void EmitManifest(
        SourceProductionContext context,
        (
            (
                ((WebhookClassesModel Webhooks, JobClassesModel Jobs) Classes, EquatableArray<ConfigModel> Configs) Own,
                (EquatableArray<JsonContextModel> Contexts, PluginPartsModel Parts) More
            ) All,
            PluginModel? Plugin
        ) input
    )
    {
        if (input.Plugin is { } plugin)
        {
            var (own, more) = input.All;
            Add(context, ManifestEmitter.Emit(plugin, own.Classes.Webhooks, own.Classes.Jobs, own.Configs, more.Contexts, more.Parts));
        }
    }

    private static void EmitFacts(SourceProductionContext context, (EquatableArray<WebhookFacts> Webhooks, PluginModel? Plugin) input)
    {
        if (input is { Webhooks.Count: > 0, Plugin: { } plugin })
        {
            Add(context, WebhookFactsEmitter.Emit(plugin, input.Webhooks));
        }
    }

    private static void EmitLink(SourceProductionContext context, (LinkModel Link, PluginModel? Plugin) input)
    {
        if (input.Link.IsHost)
        {
            Add(context, LinkEmitter.Emit(input.Link, input.Plugin));
        }
    }

    private static void EmitSigner(SourceProductionContext context, SignerModel signer) => Add(context, SignerEmitter.Emit(signer));

    private static void Add(SourceProductionContext context, GeneratedFile file) => context.AddSource(file.HintName, file.Text);
}
