using System.Collections.Immutable;
using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads a template such as <c>v0:{timestamp}:{body}</c>.</summary>
internal static class SignedTextParser
{
    private const string HeaderPrefix = "header:";
    private const string QueryPrefix = "query:";
    private const string BodyPrefix = "body:";
    private const string FormPrefix = "form:";
    private const string Known =
        "{body}, {payload}, {timestamp}, {id}, {method}, {url}, {decodedUrl}, {secret}, {header:NAME}, {query:NAME}, {body:PATH} and {form:NAME}";

    public static Result Parse(string template, SignatureParts parts, BodyValues values)
    {
        var content = ImmutableArray.CreateBuilder<ContentPart>();
        var position = 0;
        while (position < template.Length)
        {
            var open = template.IndexOf('{', position);
            var literal = template.Substring(position, (open < 0 ? template.Length : open) - position);
            if (literal.Length > 0)
            {
                content.Add(new ContentPart(ContentKind.Literal, literal));
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
            if (Variable(name, parts, values, out var problem) is not { } part)
            {
                return Fail(problem);
            }

            content.Add(part);
            position = close + 1;
        }

        return Check(content.ToImmutable());
    }

    private static ContentPart? Variable(string name, SignatureParts parts, BodyValues values, out string problem)
    {
        problem = name switch
        {
            "timestamp" when !parts.HasTimestamp => "{timestamp} is in the signed text but [TimestampFrom] does not say where it is",
            "id" when parts is { DeliveryIdHeader: null, DeliveryIdPath: null, DeliveryIdField: null } =>
                "{id} is in the signed text but [DeliveryIdFrom] does not say where it is",
            "payload" when parts.Envelope is null =>
                "{payload} is in the signed text but [FormEnvelope] on its class does not say which field of a form holds it",
            _ => $"{{{name}}} is not one of {Known}",
        };
        return name switch
        {
            "body" => new ContentPart(ContentKind.Body),
            "payload" => parts.Envelope is { } envelope ? new ContentPart(ContentKind.Payload, envelope) : null,
            "timestamp" => parts.HasTimestamp ? new ContentPart(ContentKind.Timestamp) : null,
            "id" => parts.DeliveryIdHeader is { } header
                ? new ContentPart(ContentKind.Header, header)
                : BodyValue(parts.DeliveryIdPath, parts.DeliveryIdField),
            "method" => new ContentPart(ContentKind.Method),
            "url" => new ContentPart(ContentKind.Url),
            "decodedUrl" => new ContentPart(ContentKind.DecodedUrl),
            "secret" => new ContentPart(ContentKind.Secret),
            _ when NameAfter(HeaderPrefix) is { } header => new ContentPart(ContentKind.Header, header),
            _ when NameAfter(QueryPrefix) is { } query => new ContentPart(ContentKind.Query, query),
            _ when NameAfter(BodyPrefix) is { } path => BodyValue(path, field: null),
            _ when NameAfter(FormPrefix) is { } field => BodyValue(path: null, field),
            _ => null,
        };

        string? NameAfter(string prefix) =>
            name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length ? name.Substring(prefix.Length) : null;

        ContentPart? BodyValue(string? path, string? field) =>
            values.NumberOf(path, field) is >= 0 and var number ? new ContentPart(ContentKind.BodyValue, BodyValue: number) : null;
    }

    private static Result Check(ImmutableArray<ContentPart> parts)
    {
        var body = parts.IndexOf(parts.FirstOrDefault(part => IsBody(part.Kind))!);
        if (parts.Count(part => IsBody(part.Kind)) > 1)
        {
            return Fail("{body} or {payload} stands in its signed text more than once");
        }

        if (body < 0 && !parts.Any(part => part.Kind is ContentKind.BodyValue))
        {
            return Fail("its signed text holds nothing of the body, so that anyone can change what is sent");
        }

        if (parts.Take(body).Any(part => part.Kind is ContentKind.BodyValue))
        {
            return Fail("a value of the body stands before {body} in its signed text, which is hashed before the value is known");
        }

        for (var i = 0; i + 1 < parts.Length; i++)
        {
            if (RunTogether(parts[i].Kind, parts[i + 1].Kind))
            {
                return Fail("nothing divides two values of its signed text, so that one can be lengthened by the beginning of the other");
            }
        }

        return new Result(parts.Select((part, i) => IsFree(part.Kind) ? Divide(parts, i) : part).ToEquatableArray(), null);
    }

    /// <summary>What a sender writes as it likes, unlike a timestamp, which is read strictly, and a URL, which is configured.</summary>
    private static bool IsFree(ContentKind kind) => kind is ContentKind.Header or ContentKind.Query or ContentKind.BodyValue;

    private static bool RunTogether(ContentKind first, ContentKind second) =>
        (IsFree(first) && (IsFree(second) || IsBody(second))) || (IsBody(first) && IsFree(second));

    private static bool IsBody(ContentKind kind) => kind is ContentKind.Body or ContentKind.Payload;

    /// <summary>
    /// Notes what divides a value from its neighbours: a value that holds it could be split in two ways. In front of the body the literal
    /// after a value counts, behind the body also the one before it, since the body may hold any text.
    /// </summary>
    private static ContentPart Divide(ImmutableArray<ContentPart> parts, int i)
    {
        var isBehindBody = parts.Take(i).Any(part => IsBody(part.Kind));
        return parts[i] with { FollowedBy = LiteralAt(i + 1), PrecededBy = isBehindBody ? LiteralAt(i - 1) : "" };

        string LiteralAt(int index) => index < parts.Length && parts[index].Kind is ContentKind.Literal ? parts[index].Text : "";
    }

    private static Result Fail(string problem) => new(EquatableArray<ContentPart>.Empty, problem);

    /// <summary>The parts, or why there are none.</summary>
    internal readonly record struct Result(EquatableArray<ContentPart> Parts, string? Problem);
}
