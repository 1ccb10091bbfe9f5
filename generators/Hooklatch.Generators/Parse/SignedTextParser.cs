using System.Collections.Immutable;
using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Parse;

/// <summary>Reads a template such as <c>v0:{timestamp}:{body}</c>.</summary>
internal static class SignedTextParser
{
    private const string HeaderPrefix = "header:";

    public static Result Parse(string template, string? timestampHeader)
    {
        var parts = ImmutableArray.CreateBuilder<ContentPart>();
        var position = 0;
        while (position < template.Length)
        {
            var open = template.IndexOf('{', position);
            var literal = template.Substring(position, (open < 0 ? template.Length : open) - position);
            if (literal.Length > 0)
            {
                parts.Add(new ContentPart(ContentKind.Literal, literal, ""));
            }

            if (open < 0)
            {
                break;
            }

            var close = template.IndexOf('}', open);
            if (close < 0)
            {
                return Fail("its signed text has a '{' without '}'");
            }

            var name = template.Substring(open + 1, close - open - 1);
            if (Variable(name, timestampHeader) is not { } part)
            {
                return Fail(
                    name == "timestamp"
                        ? "{timestamp} is in the signed text but [TimestampFrom] does not say where it is"
                        : $"{{{name}}} is not one of {{body}}, {{timestamp}} and {{header:NAME}}"
                );
            }

            parts.Add(part);
            position = close + 1;
        }

        return Check(parts.ToImmutable(), timestampHeader);
    }

    private static ContentPart? Variable(string name, string? timestampHeader) =>
        name switch
        {
            "body" => new ContentPart(ContentKind.Body, "", ""),
            "timestamp" => timestampHeader is null ? null : new ContentPart(ContentKind.Header, timestampHeader, ""),
            _ when name.StartsWith(HeaderPrefix, StringComparison.Ordinal) && name.Length > HeaderPrefix.Length => new ContentPart(
                ContentKind.Header,
                name.Substring(HeaderPrefix.Length),
                ""
            ),
            _ => null,
        };

    private static Result Check(ImmutableArray<ContentPart> parts, string? timestampHeader)
    {
        if (parts.Count(part => part.Kind is ContentKind.Body) != 1)
        {
            return Fail("{body} must stand in its signed text exactly once");
        }

        if (timestampHeader is not null && !parts.Any(part => part.Kind is ContentKind.Header && part.Text == timestampHeader))
        {
            return Fail("its timestamp is not signed; without {timestamp} in the signed text anyone can refresh an old delivery");
        }

        return new Result(parts.Select((part, i) => part.Kind is ContentKind.Header ? Divide(parts, i) : part).ToEquatableArray(), null);
    }

    /// <summary>
    /// Notes what divides a value from its neighbours: a value that holds it could be split in two ways. In front of the body the literal
    /// after a value counts, behind the body also the one before it, since the body may hold any text.
    /// </summary>
    private static ContentPart Divide(ImmutableArray<ContentPart> parts, int i)
    {
        var isBehindBody = parts.Take(i).Any(part => part.Kind is ContentKind.Body);
        return parts[i] with { FollowedBy = LiteralAt(i + 1), PrecededBy = isBehindBody ? LiteralAt(i - 1) : "" };

        string LiteralAt(int index) => index < parts.Length && parts[index].Kind is ContentKind.Literal ? parts[index].Text : "";
    }

    private static Result Fail(string problem) => new(EquatableArray<ContentPart>.Empty, problem);

    /// <summary>The parts, or why there are none.</summary>
    internal readonly record struct Result(EquatableArray<ContentPart> Parts, string? Problem);
}
