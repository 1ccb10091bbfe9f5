using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Results;
using Hooklatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>What a handler cannot have whose deliveries are stored and run after the answer, and what has no meaning for one that is not.</summary>
internal static class QueueChecks
{
    private static readonly string[] Attributes = [Names.Retry, Names.InOrder, Names.Concurrency];

    public static void Check(
        IMethodSymbol method,
        AttributeData webhook,
        HandlerModel? handler,
        Report report,
        CancellationToken cancellation
    )
    {
        if (!QueueParser.IsQueued(webhook))
        {
            CheckInline(method, webhook, report, cancellation);
            return;
        }

        CheckSettings(method, webhook, report, cancellation);
        if (handler is null)
        {
            return;
        }

        if (ResultKinds.Of(handler.Result).HasValue)
        {
            report(Descriptors.QueuedResult, method.ResultLocation(hasStatus: false, cancellation), method.Name);
        }

        if (handler.Call.Constructor.Any(service => service.Kind is ServiceKind.HttpContext))
        {
            report(
                Descriptors.QueuedParameter,
                method.Location(),
                method.ContainingType.Name,
                "its constructor takes HttpContext, and the request is gone when the handler runs; take WebhookContext"
            );
        }

        for (var i = 0; i < handler.Parameters.Count; i++)
        {
            if (
                handler.Parameters[i].Leaves().Select(leaf => ProblemLater(leaf, handler)).FirstOrDefault(one => one is not null) is
                { } problem
            )
            {
                report(Descriptors.QueuedParameter, method.Parameters[i].Location(), method.Parameters[i].Name, problem);
            }
        }
    }

    private static string? ProblemLater(ParameterModel parameter, HandlerModel handler)
    {
        var source = ParameterSources.Of(parameter);
        return source.ProblemLater
            ?? (
                !source.MayBeCredential ? null
                : IsProof(parameter.Key, handler)
                    ? $"{Literal.String(parameter.Key)} proves who the sender is, and such values are not stored"
                : !parameter.IsNoCredential && CredentialName.Is(parameter.Key)
                    ? $"{Literal.String(parameter.Key)} sounds like a credential, and such values are not stored; if it is none, write [NotCredential]"
                : null
            );
    }

    /// <summary>Whether the endpoint's own verification reads it.</summary>
    private static bool IsProof(string name, HandlerModel handler)
    {
        var verification = handler.Settings!.Verification;
        return Matches(verification.Token?.Header)
            || Matches(verification.Token?.Query)
            || verification.Signature?.Schemes.Any(scheme => Matches(scheme.Header)) is true;

        bool Matches(string? names) => names is not null && names.Split('|').Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Said once for the endpoint where it stands on the class.</summary>
    private static void CheckInline(IMethodSymbol method, AttributeData webhook, Report report, CancellationToken cancellation)
    {
        foreach (var name in Attributes)
        {
            var attribute =
                method.Attribute(name) ?? (WebhookDeclaration.SpeaksForEndpoint(method) ? method.ContainingType.Attribute(name) : null);
            if (attribute is not null && !HasQueuedNeighbour(method, attribute))
            {
                report(Descriptors.QueueSettingInline, attribute.Location(cancellation), NameOf(name), method.Name);
            }
        }

        if (webhook.Named<int>("TimeoutSeconds") != 0 && WebhookDeclaration.SpeaksForEndpoint(method))
        {
            report(Descriptors.QueueSettingInline, webhook.ArgumentLocation("TimeoutSeconds", cancellation), "TimeoutSeconds", method.Name);
        }
    }

    /// <summary>An attribute of a class is there for those of its handlers that are queued.</summary>
    private static bool HasQueuedNeighbour(IMethodSymbol method, AttributeData attribute) =>
        method.GetAttributes().All(own => own.ApplicationSyntaxReference != attribute.ApplicationSyntaxReference)
        && method
            .ContainingType.GetMembers()
            .OfType<IMethodSymbol>()
            .Any(other =>
                WebhookDeclaration.Of(other) is { } webhook
                    ? QueueParser.IsQueued(webhook)
                    // Jobs have their order by their key.
                    : JobChecks.Find(other) is not null && !attribute.AttributeClass.Is(Names.InOrder)
            );

    /// <summary>Whether what is set of a queue can be kept.</summary>
    public static void CheckSettings(IMethodSymbol method, AttributeData webhook, Report report, CancellationToken cancellation)
    {
        CheckNumber(method, webhook, "TimeoutSeconds", 86_400, report, cancellation);
        if (QueueParser.Find(method, Names.Retry) is { } retry)
        {
            CheckNumber(method, retry, "MaxAttempts", 100, report, cancellation);
            CheckNumber(method, retry, "FirstDelaySeconds", 86_400, report, cancellation);
            CheckNumber(method, retry, "MaxDelaySeconds", 604_800, report, cancellation);
        }

        if (QueueParser.Find(method, Names.Concurrency) is { } concurrency && concurrency.Positional<int>(0) is var max and (< 1 or > 1000))
        {
            report(
                Descriptors.ImpossibleQueueSetting,
                concurrency.ArgumentLocation(0, cancellation),
                "[Concurrency]",
                method.Name,
                $"is {max}; write 1 to 1000"
            );
        }

        if (
            QueueParser.Find(method, Names.InOrder) is { } order
            && JsonPathParser.Parse(order.Positional<string>(0) ?? "", out var problem) is null
        )
        {
            report(
                Descriptors.ImpossibleQueueSetting,
                order.ArgumentLocation(0, cancellation),
                "[InOrder]",
                method.Name,
                $"has a path that cannot be read: {problem?.Message}"
            );
        }

        // One queue has one order and one limit, whatever event a delivery is.
        if (WebhookDeclaration.IsEventHandler(method) && method.Attribute(Names.Webhook) is null)
        {
            foreach (var name in new[] { Names.InOrder, Names.Concurrency })
            {
                if (method.Attribute(name) is { } own)
                {
                    report(
                        Descriptors.ImpossibleQueueSetting,
                        own.Location(cancellation),
                        NameOf(name),
                        method.Name,
                        "holds for the whole endpoint; write it on the class, where [Webhook] stands"
                    );
                }
            }
        }
    }

    /// <summary>Whether a number of an attribute is within 1 and its largest.</summary>
    public static void CheckNumber(
        IMethodSymbol method,
        AttributeData attribute,
        string name,
        int max,
        Report report,
        CancellationToken cancellation
    )
    {
        if (
            attribute.NamedArguments.Any(argument => argument.Key == name)
            && attribute.Named<int>(name) is var value
            && (value < 1 || value > max)
        )
        {
            report(
                Descriptors.ImpossibleQueueSetting,
                attribute.ArgumentLocation(name, cancellation),
                name,
                method.Name,
                $"is {value}; write 1 to {max}"
            );
        }
    }

    /// <summary>As it is written: <c>[Retry]</c>.</summary>
    private static string NameOf(string attribute)
    {
        var name = attribute.Substring(attribute.LastIndexOf('.') + 1);
        return $"[{name.Substring(0, name.Length - "Attribute".Length)}]";
    }
}
