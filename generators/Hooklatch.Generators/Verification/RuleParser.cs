using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads one scheme of a signature attribute's class.</summary>
internal static class RuleParser
{
    private static readonly string[] HmacAlgorithms = ["Sha1", "Sha256", "Sha384", "Sha512"];
    private static readonly string[] DigestAlgorithms = ["Sha1", "Sha256"];
    private static readonly string[] Encodings = ["Hex", "Base64", "Base64Url"];
    private static readonly string[] KeyEncodings = ["Utf8", "Base64", "Hex"];

    public static bool IsScheme(AttributeData attribute) => KindOf(attribute) is not null;

    public static RuleKind? KindOf(AttributeData attribute) =>
        attribute.AttributeClass.Is(Names.HmacScheme) ? RuleKind.Hmac
        : attribute.AttributeClass.Is(Names.DigestScheme) ? RuleKind.Digest
        : attribute.AttributeClass.Is(Names.PublicKeyScheme) ? RuleKind.PublicKey
        : null;

    public static Result Parse(AttributeData scheme, SchemeParts parts, string? keyPath)
    {
        var kind = KindOf(scheme)!.Value;
        var values = new BodyValues();
        var header = scheme.Named<string>("Header") ?? "";
        var path = scheme.Named<string>("JsonPath") ?? "";
        var field = FieldOf(scheme);
        var signature = path.Length > 0 ? values.NumberOf(path) : -1;
        var timestamp = TimestampParser.Parse(parts, field, values);
        var text = SignedTextParser.Parse(scheme.Named<string>("SignedContent") ?? "{body}", parts, values);
        var signsTimestamp = SignsTimestamp(text.Parts, timestamp.Timestamp);
        var algorithm = AlgorithmOf(scheme, kind);
        var problem =
            algorithm is null ? "its algorithm is none of its enumeration"
            : Encodings.ElementAtOrDefault(scheme.Named<int>("Encoding")) is null ? "its encoding is none of SignatureEncoding"
            : KeyEncodings.ElementAtOrDefault(scheme.Named<int>("KeyEncoding")) is null ? "its key's encoding is none of KeyEncoding"
            : (header.Length == 0) == (path.Length == 0) ? "it names not exactly one of Header and JsonPath for its signature"
            : path.Length > 0 && signature < 0 ? "the JSON path of its signature is malformed"
            : scheme.Named<bool>("IsNumbered") && (path.Length > 0 || field is not null)
                ? "only a header that is nothing but the signature can be numbered"
            : field is not null && field.ItemSeparator == field.FieldSeparator
                ? "its ItemSeparator and its FieldSeparator are one character, so that no field has a value"
            : scheme.Named<string>("WhenEquals") is { Length: > 0 } && string.IsNullOrEmpty(scheme.Named<string>("WhenHeader"))
                ? "its WhenEquals is compared with nothing; set WhenHeader"
            : timestamp.Problem ?? text.Problem ?? SecretProblem(kind, text.Parts) ?? KeyProblem(scheme, kind);
        return problem is not null
            ? new Result(null, problem, signsTimestamp)
            : new Result(
                new RuleModel
                {
                    Kind = kind,
                    Algorithm = algorithm!,
                    KeyPath = keyPath,
                    KeyEncoding = KeyEncodings[scheme.Named<int>("KeyEncoding")],
                    KeyPrefix = scheme.Named<string>("KeyPrefix") ?? "",
                    SecretIndex = scheme.NamedArguments.Any(argument => argument.Key == "SecretIndex")
                        ? scheme.Named<int>("SecretIndex")
                        : -1,
                    Header = header,
                    SignatureValue = signature,
                    IsNumbered = scheme.Named<bool>("IsNumbered"),
                    Field = field,
                    Prefix = scheme.Named<string>("Prefix") ?? "",
                    Encoding = Encodings[scheme.Named<int>("Encoding")],
                    HashedTwice = scheme.Named<bool>("HashedTwice"),
                    Content = text.Parts,
                    Timestamp = signsTimestamp ? timestamp.Timestamp : null,
                    WhenHeader = scheme.Named<string>("WhenHeader"),
                    WhenEquals = scheme.Named<string>("WhenEquals") ?? "",
                    BodyValues = values.All,
                },
                null,
                signsTimestamp
            );
    }

    /// <summary>A timestamp in the body is signed with the body.</summary>
    private static bool SignsTimestamp(EquatableArray<ContentPart> content, TimestampModel? timestamp) =>
        timestamp is not null
        && content.Any(part =>
            part.Kind is ContentKind.Timestamp
            || (timestamp.BodyValue >= 0 && part.Kind is ContentKind.Body)
            || (part.Kind is ContentKind.Header && part.Text.Equals(timestamp.Header, StringComparison.OrdinalIgnoreCase))
        );

    private static string? SecretProblem(RuleKind kind, EquatableArray<ContentPart> content)
    {
        var holdsSecret = content.Any(part => part.Kind is ContentKind.Secret);
        return kind is RuleKind.Digest && !holdsSecret ? "a plain digest without {secret} in the signed text proves nothing"
            : kind is not RuleKind.Digest && holdsSecret ? "{secret} stands in the signed text of a digest only"
            : null;
    }

    /// <summary>What can be known of a key without the key.</summary>
    private static string? KeyProblem(AttributeData scheme, RuleKind kind)
    {
        var encoding = KeyEncodings[scheme.Named<int>("KeyEncoding")];
        var prefix = scheme.Named<string>("KeyPrefix") ?? "";
        string? obstacle = null;
        return kind is RuleKind.PublicKey && !scheme.AttributeClass!.TypeArguments[0].IsReachable(out obstacle)
                ? $"generated code cannot name its key: {obstacle}"
            : scheme.NamedArguments.Any(argument => argument.Key == "SecretIndex") && scheme.Named<int>("SecretIndex") < -1
                ? "its SecretIndex is negative; secrets are counted from 0"
            : prefix.Length == 0 ? null
            : kind is RuleKind.PublicKey && encoding == "Utf8" ? "its key is PEM, in front of which no KeyPrefix stands; set KeyEncoding"
            : encoding == "Hex" && prefix.All(Uri.IsHexDigit)
                ? "its KeyPrefix is hexadecimal like the key, so that a key which begins so would lose its beginning"
            : encoding == "Base64" && prefix.All(IsBase64)
                ? "its KeyPrefix is base64 like the key, so that a key which begins so would lose its beginning"
            : null;
    }

    private static bool IsBase64(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/';

    private static FieldModel? FieldOf(AttributeData scheme) =>
        scheme.Named<string>("Field") is { Length: > 0 } name
            ? new FieldModel(name, CharacterOf(scheme, "ItemSeparator", ','), CharacterOf(scheme, "FieldSeparator", '='))
            : null;

    private static char CharacterOf(AttributeData scheme, string name, char otherwise) =>
        scheme.Named<char>(name) is not '\0' and var own ? own : otherwise;

    private static string? AlgorithmOf(AttributeData scheme, RuleKind kind) =>
        kind switch
        {
            RuleKind.Hmac => HmacAlgorithms.ElementAtOrDefault(scheme.Positional<int>(0)),
            RuleKind.Digest => DigestAlgorithms.ElementAtOrDefault(scheme.Positional<int>(0)),
            _ => scheme.AttributeClass!.TypeArguments[0].ToGlobalName(),
        };

    /// <summary>The rule, or why there is none.</summary>
    /// <param name="SignsTimestamp">Whether the timestamp that the class declares is covered by this rule.</param>
    internal readonly record struct Result(RuleModel? Rule, string? Problem, bool SignsTimestamp);
}
