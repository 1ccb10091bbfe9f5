using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Handlers;

/// <summary>Reads the endpoint and the methods of <c>[Webhook]</c>.</summary>
internal static class EndpointParser
{
    /// <summary>What a path segment may hold besides letters and digits (RFC 3986 section 3.3, pchar) without encoding.</summary>
    private const string Punctuation = "/-._~!$&'()*+,;=:@";

    public static bool TryParseEndpoint(AttributeData webhook, Report? report, CancellationToken cancellation, out string endpoint)
    {
        endpoint = webhook.Positional<string>(0) ?? "";
        if (!EndpointTemplate.HasBase(endpoint) && !endpoint.StartsWith("/", StringComparison.Ordinal))
        {
            report?.Invoke(
                Descriptors.EndpointWithoutSlash,
                webhook.ArgumentLocation(0, cancellation),
                Literal.String(endpoint),
                Literal.String("/" + endpoint)
            );
            return false;
        }

        var problem = Problem(endpoint);
        if (problem is not null)
        {
            report?.Invoke(Descriptors.InvalidEndpoint, webhook.ArgumentLocation(0, cancellation), Literal.String(endpoint), problem);
        }

        return problem is null;
    }

    public static bool TryParseMethods(AttributeData webhook, Report? report, CancellationToken cancellation, out string[] methods)
    {
        // One spelling and one order: what is listed twice or in another case is the same declaration.
        var declared = webhook.NamedStrings("Methods") ?? [];
        methods = [.. declared.Distinct(StringComparer.Ordinal)];
        var isValid = true;
        if (declared.Length == 0 && webhook.NamedArguments.Any(argument => argument is { Key: "Methods", Value.IsNull: false }))
        {
            report?.Invoke(
                Descriptors.UnusualMethod,
                webhook.ArgumentLocation("Methods", cancellation),
                "The list of methods is empty",
                "leave Methods out to answer every method"
            );
        }

        for (var i = 0; i < declared.Length; i++)
        {
            if (!HttpMethodName.IsValid(declared[i]))
            {
                isValid = false;
                report?.Invoke(Descriptors.InvalidMethod, webhook.ElementLocation("Methods", i, cancellation), Literal.String(declared[i]));
            }
            else if (HttpMethodName.Meant(declared[i]) is { } meant)
            {
                report?.Invoke(
                    Descriptors.UnusualMethod,
                    webhook.ElementLocation("Methods", i, cancellation),
                    $"No sender uses the method {Literal.String(declared[i])}",
                    $"did you mean {Literal.String(meant)}?"
                );
            }
        }

        return isValid;
    }

    /// <summary>Methods are case-sensitive tokens (RFC 9110 section 9.1); all that are registered are capitals and hyphens.</summary>
    private static string? Problem(string endpoint)
    {
        if (EndpointTemplate.HasBase(endpoint))
        {
            return "the host puts its address and /api/plugin/{author}.{module}/webhook before it; write what follows";
        }

        if (EndpointTemplate.Problem(endpoint) is { } problem)
        {
            return problem;
        }

        foreach (var c in EndpointTemplate.Shape(endpoint).Replace(EndpointTemplate.AnyValue, ""))
        {
            if (!IsUnreserved(c) && Punctuation.IndexOf(c) < 0)
            {
                return $"it holds {Literal.String(c.ToString())}; use letters, digits and {Punctuation}";
            }
        }

        return endpoint.Split('/').Any(segment => segment is "." or "..")
            ? "clients remove the segments '.' and '..' before they send a request"
            : null;
    }

    private static bool IsUnreserved(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
