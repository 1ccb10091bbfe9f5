using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads one scheme of a signature attribute's class.</summary>
internal static class SchemeParser
{
    private static readonly string[] HmacAlgorithms = ["Sha1", "Sha256", "Sha384", "Sha512"];
    private static readonly string[] DigestAlgorithms = ["Sha1", "Sha256"];
    private static readonly string[] Encodings = ["Hex", "Base64", "Base64Url"];
    private static readonly string[] KeyEncodings = ["Utf8", "Base64", "Hex"];

    public static bool IsScheme(AttributeData attribute) => KindOf(attribute) is not null;

    public static SchemeKind? KindOf(AttributeData attribute) =>
        attribute.AttributeClass.Is(Names.HmacScheme) ? SchemeKind.Hmac
        : attribute.AttributeClass.Is(Names.DigestScheme) ? SchemeKind.Digest
        : attribute.AttributeClass.Is(Names.PublicKeyScheme) ? SchemeKind.PublicKey
        : null;

    public static Result Parse(AttributeData attribute, SignatureParts parts, string? keyPath)
    {
        var kind = KindOf(attribute)!.Value;
        var values = new BodyValues();
        var header = attribute.Named<string>("Header") ?? "";
        var path = attribute.Named<string>("JsonPath") ?? "";
        var field = FieldOf(attribute);
        var signature = path.Length > 0 ? values.NumberOf(path) : -1;
        var timestamp = TimestampParser.Parse(parts, field, values);
        var text = SignedTextParser.Parse(attribute.Named<string>("SignedContent") ?? "{body}", parts, values);
        var signsTimestamp = SignsTimestamp(text.Parts, timestamp.Timestamp);
        var algorithm = AlgorithmOf(attribute, kind);
        var problem =
            algorithm is null ? "its algorithm is none of its enumeration"
            : Encodings.ElementAtOrDefault(attribute.Named<int>("Encoding")) is null ? "its encoding is none of SignatureEncoding"
            : KeyEncodings.ElementAtOrDefault(attribute.Named<int>("KeyEncoding")) is null ? "its key's encoding is none of KeyEncoding"
            : (header.Length == 0) == (path.Length == 0) ? "it names not exactly one of Header and JsonPath for its signature"
            : path.Length > 0 && signature < 0 ? "the JSON path of its signature is malformed"
            : attribute.Named<bool>("IsNumbered") && (path.Length > 0 || field is not null)
                ? "only a header that is nothing but the signature can be numbered"
            : field is not null && field.ItemSeparator == field.FieldSeparator
                ? "its ItemSeparator and its FieldSeparator are one character, so that no field has a value"
            : attribute.Named<string>("WhenEquals") is { Length: > 0 } && string.IsNullOrEmpty(attribute.Named<string>("WhenHeader"))
                ? "its WhenEquals is compared with nothing; set WhenHeader"
            : HeaderNames.Problem(header) is { } names ? names
            : attribute.Named<bool>("IsNumbered") && header.Contains('|') ? "a header that is numbered has one name"
            : timestamp.Problem ?? text.Problem ?? SecretProblem(kind, text.Parts) ?? KeyProblem(attribute, kind);
        return problem is not null
            ? new Result(null, problem, signsTimestamp)
            : new Result(
                new SchemeModel
                {
                    Kind = kind,
                    Algorithm = algorithm!,
                    KeyPath = keyPath,
                    KeyEncoding = KeyEncodings[attribute.Named<int>("KeyEncoding")],
                    KeyPrefix = attribute.Named<string>("KeyPrefix") ?? "",
                    SecretIndex = attribute.NamedArguments.Any(argument => argument.Key == "SecretIndex")
                        ? attribute.Named<int>("SecretIndex")
                        : -1,
                    Header = header,
                    SignatureValue = signature,
                    IsNumbered = attribute.Named<bool>("IsNumbered"),
                    Field = field,
                    Prefix = attribute.Named<string>("Prefix") ?? "",
                    Encoding = Encodings[attribute.Named<int>("Encoding")],
                    HashedTwice = attribute.Named<bool>("HashedTwice"),
                    Content = text.Parts,
                    Timestamp = signsTimestamp ? timestamp.Timestamp : null,
                    WhenHeader = attribute.Named<string>("WhenHeader"),
                    WhenEquals = attribute.Named<string>("WhenEquals") ?? "",
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

    private static string? SecretProblem(SchemeKind kind, EquatableArray<ContentPart> content)
    {
        var holdsSecret = content.Any(part => part.Kind is ContentKind.Secret);
        return kind is SchemeKind.Digest && !holdsSecret ? "a plain digest without {secret} in the signed text proves nothing"
            : kind is not SchemeKind.Digest && holdsSecret ? "{secret} stands in the signed text of a digest only"
            : null;
    }

    /// <summary>What can be known of a key without the key.</summary>
    private static string? KeyProblem(AttributeData attribute, SchemeKind kind)
    {
        var encoding = KeyEncodings[attribute.Named<int>("KeyEncoding")];
        var prefix = attribute.Named<string>("KeyPrefix") ?? "";
        string? obstacle = null;
        return kind is SchemeKind.PublicKey && !attribute.AttributeClass!.TypeArguments[0].IsReachable(out obstacle)
                ? $"generated code cannot name its key: {obstacle}"
            : attribute.NamedArguments.Any(argument => argument.Key == "SecretIndex") && attribute.Named<int>("SecretIndex") < -1
                ? "its SecretIndex is negative; secrets are counted from 0"
            : prefix.Length == 0 ? null
            : kind is SchemeKind.PublicKey && encoding == "Utf8" ? "its key is PEM, in front of which no KeyPrefix stands; set KeyEncoding"
            : encoding == "Hex" && prefix.All(Uri.IsHexDigit)
                ? "its KeyPrefix is hexadecimal like the key, so that a key which begins so would lose its beginning"
            : encoding == "Base64" && prefix.All(IsBase64)
                ? "its KeyPrefix is base64 like the key, so that a key which begins so would lose its beginning"
            : null;
    }

    private static bool IsBase64(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/';

    private static FieldModel? FieldOf(AttributeData attribute) =>
        attribute.Named<string>("Field") is { Length: > 0 } name
            ? new FieldModel(name, CharacterOf(attribute, "ItemSeparator", ','), CharacterOf(attribute, "FieldSeparator", '='))
            : null;

    private static char CharacterOf(AttributeData attribute, string name, char otherwise) =>
        attribute.Named<char>(name) is not '\0' and var own ? own : otherwise;

    private static string? AlgorithmOf(AttributeData attribute, SchemeKind kind) =>
        kind switch
        {
            SchemeKind.Hmac => HmacAlgorithms.ElementAtOrDefault(attribute.Positional<int>(0)),
            SchemeKind.Digest => DigestAlgorithms.ElementAtOrDefault(attribute.Positional<int>(0)),
            _ => attribute.AttributeClass!.TypeArguments[0].ToGlobalName(),
        };

    /// <summary>The scheme, or why there is none.</summary>
    /// <param name="SignsTimestamp">Whether the timestamp that the class declares is covered by this scheme.</param>
    internal readonly record struct Result(SchemeModel? Scheme, string? Problem, bool SignsTimestamp);
}
