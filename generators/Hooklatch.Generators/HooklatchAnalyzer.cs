using System.Collections.Immutable;
using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Configuration;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hooklatch.Generators;

/// <summary>
/// Tells authors what is wrong with their declarations. It runs the generator's own parsers with a reporter, so that each check exists once, and
/// then the checks that need the whole plugin.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HooklatchAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(Names.Webhook) is null)
        {
            return;
        }

        var index = new PluginIndex(context.Compilation);
        context.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, index), SymbolKind.Method);
        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, index), SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeMember, SymbolKind.Field, SymbolKind.Property);
        var registrations = new Registrations(context.Compilation.Assembly);
        if (context.Compilation.SyntaxTrees.Any(tree => context.TryGetValue(tree, Registrations.MayOccurIn, out var mayOccur) && mayOccur))
        {
            context.RegisterOperationAction(call => AnalyzeCall(call, index, registrations), OperationKind.Invocation);
            context.RegisterOperationAction(
                creation => registrations.Add((IObjectCreationOperation)creation.Operation),
                OperationKind.ObjectCreation
            );
        }

        if (
            index.IsPlugin
            && context.Compilation.SyntaxTrees.Any(tree =>
                context.TryGetValue(tree, EnqueueChecks.MayOccurIn, out var mayOccur) && mayOccur
            )
        )
        {
            context.RegisterOperationAction(call => AnalyzeEnqueue(call, index), OperationKind.Invocation);
        }

        if (index.IsPlugin)
        {
            context.RegisterCompilationEndAction(end => AnalyzeServices(end, index, registrations));
        }

        context.RegisterCompilationEndAction(AnalyzePlugin);
        context.RegisterCompilationEndAction(AnalyzeLink);
        context.RegisterCompilationEndAction(AnalyzeEvents);
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, PluginIndex index)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.ContainingType.IsMadeUp() || PartialMethod.IsImplementation(method))
        {
            return;
        }

        Report report = (descriptor, location, arguments) =>
            context.ReportDiagnostic(Diagnostic.Create(descriptor, location ?? method.Location(), arguments));
        if (method.Attribute(Names.PluginServices) is not null)
        {
            ServicesMethodParser.Parse(method, report, context.CancellationToken);
        }

        if (method.Attribute(Names.PluginRoutes) is not null)
        {
            RoutesMethodParser.Parse(method, report, context.CancellationToken);
        }

        if (JobChecks.Find(method) is { } job)
        {
            JobChecks.Check(method, job, index, report, context.CancellationToken);
        }

        if (WebhookDeclaration.Of(method) is { } webhook)
        {
            var handler = HandlerParser.Parse(method, webhook, report, context.CancellationToken);
            HandlerChecks.Check(method, webhook, handler, index, report, context.CancellationToken);
            EventChecks.Check(method, handler, index, report, context.CancellationToken);
        }
        else if (JobChecks.Find(method) is null)
        {
            EventChecks.Check(method, null, index, report, context.CancellationToken);
            ForgottenHandlerChecks.Check(method, index, report, context.CancellationToken);
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context, PluginIndex index)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        Report report = (descriptor, location, arguments) => context.ReportDiagnostic(Diagnostic.Create(descriptor, location, arguments));
        SecretChecks.Check(type, index, report, context.CancellationToken);
        EventChecks.Check(type, index, report, context.CancellationToken);
        ForgottenHandlerChecks.Check(type, index, report, context.CancellationToken);
        HeaderChecks.Check(type, report, context.CancellationToken);
        EventNameChecks.CheckDeclared(type, report, context.CancellationToken);
        if (type.Attribute(Names.PluginConfig) is not null)
        {
            ConfigParser.Parse(type, report, context.CancellationToken);
        }

        if (type.Attribute(Names.JsonSerializable) is not null)
        {
            JsonChecks.Check(type, context.Compilation, report, context.CancellationToken);
        }

        if (type.Attribute(Names.PluginExport) is not null)
        {
            ExportParser.Parse(type, report, context.CancellationToken);
        }

        if (LifecycleParser.IsLifecycle(type))
        {
            LifecycleParser.Parse(type, report, context.CancellationToken);
            LifecycleChecks.Check(type, index, report);
        }
    }

    private static void AnalyzeMember(SymbolAnalysisContext context)
    {
        if (!PartialMethod.IsImplementation(context.Symbol))
        {
            CaptureChecks.CheckMember(
                context.Symbol,
                (descriptor, location, arguments) => context.ReportDiagnostic(Diagnostic.Create(descriptor, location, arguments))
            );
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, PluginIndex index, Registrations registrations)
    {
        Report report = (descriptor, location, arguments) => context.ReportDiagnostic(Diagnostic.Create(descriptor, location, arguments));
        var call = (IInvocationOperation)context.Operation;
        if (index.IsPlugin)
        {
            registrations.Add(call);
        }

        CaptureChecks.CheckRegistration(call, report);
        RouteChecks.Check(call, context.ContainingSymbol, index, report, context.CancellationToken);
    }

    private static void AnalyzeEnqueue(OperationAnalysisContext context, PluginIndex index) =>
        EnqueueChecks.Check(
            (IInvocationOperation)context.Operation,
            index,
            (descriptor, location, arguments) => context.ReportDiagnostic(Diagnostic.Create(descriptor, location, arguments))
        );

    private static void AnalyzeServices(CompilationAnalysisContext context, PluginIndex index, Registrations registrations)
    {
        Report report = (descriptor, location, arguments) => context.ReportDiagnostic(Diagnostic.Create(descriptor, location, arguments));
        ServiceChecks.Check(context.Compilation, index, registrations, report, context.CancellationToken);
    }

    private static void AnalyzePlugin(CompilationAnalysisContext context)
    {
        if (context.Compilation.Assembly.Attribute(Names.Plugin) is { } plugin)
        {
            Report report = (descriptor, location, arguments) =>
                context.ReportDiagnostic(Diagnostic.Create(descriptor, location, arguments));
            PluginParser.Parse(plugin, report, context.CancellationToken);
        }
    }

    private static void AnalyzeLink(CompilationAnalysisContext context)
    {
        Report report = (descriptor, location, arguments) => context.ReportDiagnostic(Diagnostic.Create(descriptor, location, arguments));
        LinkChecks.Check(context.Compilation, report, context.CancellationToken);
    }

    private static void AnalyzeEvents(CompilationAnalysisContext context)
    {
        Report report = (descriptor, location, arguments) => context.ReportDiagnostic(Diagnostic.Create(descriptor, location, arguments));
        EventNameChecks.CheckAdded(context.Compilation.Assembly, report, context.CancellationToken);
    }
}
