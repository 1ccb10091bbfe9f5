using System.Globalization;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Parameters;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>Limits that nothing can keep, and limits of what a handler does not take.</summary>
internal static class LimitChecks
{
    /// <summary>The least number that each limit may be: of <c>MaxBodySize</c>, 0 is the default.</summary>
    private static readonly Dictionary<string, long> Least = new(StringComparer.Ordinal)
    {
        ["MaxBodySize"] = 0,
        ["MaxFields"] = 0,
        ["MaxParts"] = 0,
        ["MaxKeyBytes"] = 0,
        ["MaxValueBytes"] = 0,
    };

    public static void Check(
        IMethodSymbol method,
        AttributeData webhook,
        HandlerModel? handler,
        Report report,
        CancellationToken cancellation
    )
    {
        CheckNumbers(webhook, report, cancellation);
        if (method.Attribute(Names.FormLimits) is not { } limits)
        {
            return;
        }

        CheckNumbers(limits, report, cancellation);
        if (handler is not null && !TakesForm(handler))
        {
            report(Descriptors.LimitsWithoutForm, limits.Location(cancellation), method.Name);
        }
    }

    private static bool TakesForm(HandlerModel handler) =>
        handler.Settings?.FormEnvelope is not null
        || handler.Settings?.Verification.ReadsForm is true
        || handler
            .Parameters.SelectMany(parameter => parameter.Leaves())
            .Any(leaf => ParameterSources.Of(leaf) is { Body: { } body } && IsForm(body));

    private static bool IsForm(BodyNeed body) => body.Format == BodyFormat.Form || body.Format == BodyFormat.Parts;

    private static void CheckNumbers(AttributeData attribute, Report report, CancellationToken cancellation)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (Least.TryGetValue(argument.Key, out var least) && argument.Value.Value is int or long)
            {
                var value = Convert.ToInt64(argument.Value.Value, CultureInfo.InvariantCulture);
                if (value < least)
                {
                    report(
                        Descriptors.ImpossibleLimit,
                        attribute.ArgumentLocation(argument.Key, cancellation),
                        argument.Key,
                        value,
                        Math.Max(1, least)
                    );
                }
            }
        }
    }
}
