using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Results;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>Diagnostics of a handler that need the rest of its plugin.</summary>
internal static class HandlerChecks
{
    public static void Check(
        IMethodSymbol method,
        AttributeData webhook,
        HandlerModel? handler,
        PluginIndex index,
        Report report,
        CancellationToken cancellation
    )
    {
        if (!index.IsPlugin)
        {
            report(Descriptors.NoPlugin, method.Location());
        }

        CheckDuplicates(method, webhook, index, report, cancellation);
        SecretChecks.Check(method, index, report, cancellation);
        HeaderChecks.Check(method, report, cancellation);
        LimitChecks.Check(method, webhook, handler, report, cancellation);
        QueueChecks.Check(method, webhook, handler, report, cancellation);
        RecordChecks.Check(method, webhook, handler, report, cancellation);
        if (handler is not null)
        {
            CheckCoverage(method, handler, index, report, cancellation);
        }
    }

    /// <summary>The context that a type could be listed in.</summary>
    public static string ContextFor(PluginIndex index) =>
        index.Contexts.Count > 0 ? index.ContextTypes[0].Name : "a partial class that derives from JsonSerializerContext";

    /// <summary>A handler for every method stands beside handlers for some; two for the same method do not.</summary>
    private static void CheckDuplicates(
        IMethodSymbol method,
        AttributeData webhook,
        PluginIndex index,
        Report report,
        CancellationToken cancellation
    )
    {
        if (!WebhookDeclaration.SpeaksForEndpoint(method))
        {
            return;
        }

        foreach (var (earlier, other) in index.HandlersAt(webhook.Positional<string>(0) ?? ""))
        {
            if (SymbolEqualityComparer.Default.Equals(earlier, method))
            {
                return;
            }

            // Those that take its events share an endpoint.
            var areEvents = WebhookDeclaration.IsEventHandler(method) && WebhookDeclaration.IsEventHandler(earlier);
            if (!areEvents && SharedMethod(webhook, other) is { } shared)
            {
                var endpoint = webhook.Positional<string>(0);
                report(Descriptors.DuplicateEndpoint, webhook.ArgumentLocation(0, cancellation), shared, endpoint, earlier.Name);
                return;
            }
        }
    }

    /// <summary>For two endpoints that match the same requests: a method that both answer. Otherwise <see langword="null"/>.</summary>
    public static string? SharedMethod(AttributeData webhook, AttributeData other)
    {
        if (EndpointTemplate.Shape(webhook.Positional<string>(0) ?? "") != EndpointTemplate.Shape(other.Positional<string>(0) ?? ""))
        {
            return null;
        }

        var methods = webhook.NamedStrings("Methods") ?? [];
        var others = other.NamedStrings("Methods") ?? [];
        return methods.Length + others.Length == 0 ? "Every method of" : methods.FirstOrDefault(others.Contains);
    }

    /// <summary>What looks like a service or settings, and nobody says that a sender writes it.</summary>
    private static bool CheckLookalike(IParameterSymbol parameter, string body, Location? location, PluginIndex index, Report report)
    {
        var target = Bindable.Of(parameter);
        if (
            parameter.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class } type
            || type.ToGlobalName() != body
            || ParameterSources.MarkersOf(target).Length > 0
            || HandlerResolver.CandidatesFor(body, index.Contexts).Any()
        )
        {
            return false;
        }

        if (BodyLookalike.WhyLikeService(type, index) is { } reason)
        {
            report(Descriptors.ServiceFromBody, location, parameter.Name, type.Name, reason);
            return true;
        }

        if (BodyLookalike.IsLikeSettings(type))
        {
            report(Descriptors.SettingsFromBody, location, parameter.Name, type.Name);
            return true;
        }

        return false;
    }

    private static void CheckCoverage(
        IMethodSymbol method,
        HandlerModel handler,
        PluginIndex index,
        Report report,
        CancellationToken cancellation
    )
    {
        for (var i = 0; i < handler.Parameters.Count; i++)
        {
            foreach (var body in handler.Parameters[i].Leaves().Where(leaf => ParameterSources.Of(leaf).NeedsJsonContext))
            {
                if (!CheckLookalike(method.Parameters[i], body.TypeName, LocationOf(i), index, report))
                {
                    CheckContexts(body.TypeName, body.TypeName, LocationOf(i), index, report);
                }
            }
        }

        if (ResultKinds.Of(handler.Result).NeedsJsonContext)
        {
            var value = ((INamedTypeSymbol)method.ReturnType).TypeArguments[0];
            var body = handler.Result.HasStatus ? ((INamedTypeSymbol)value).TupleElements[0].Type : value;
            CheckContexts(
                handler.Result.TypeName,
                body.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
                method.ResultLocation(handler.Result.HasStatus, cancellation),
                index,
                report
            );
        }

        // The type that is not covered stands on the parameter, or on a member of its type.
        Location? LocationOf(int i) =>
            ParameterSources.Of(handler.Parameters[i]).NeedsJsonContext
                ? method.Parameters[i].TypeLocation(cancellation)
                : method.Parameters[i].Location();
    }

    /// <summary>Whether one context, and no other one, reads and writes a type.</summary>
    public static void CheckContexts(string type, string display, Location? location, PluginIndex index, Report report)
    {
        var candidates = HandlerResolver.CandidatesFor(type, index.Contexts).Take(2).ToArray();
        display = display.Replace("global::", "");
        if (candidates.Length == 0)
        {
            report(Descriptors.NotCovered, location, display, ContextFor(index));
        }
        else if (candidates.Length > 1)
        {
            report(Descriptors.SeveralContexts, location, display, Name(candidates[0]), Name(candidates[1]));
        }

        static string Name(JsonContextModel context) => context.TypeName.Replace("global::", "");
    }
}
