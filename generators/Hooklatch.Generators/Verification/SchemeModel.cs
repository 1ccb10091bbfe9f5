using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>One way in which a delivery can be signed.</summary>
internal sealed record SchemeModel
{
    public required SchemeKind Kind { get; init; }

    /// <summary>The member of the runtime's enumeration, or the type of the public keys.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The path of the secret or the public key; <see langword="null"/> where a source of tenants' secrets knows it.</summary>
    public required string? KeyPath { get; init; }

    public required string KeyEncoding { get; init; }

    public required string KeyPrefix { get; init; }

    /// <summary>Which of the configured secrets; -1 for each.</summary>
    public required int SecretIndex { get; init; }

    /// <summary>The header of the signature; empty where <see cref="SignatureValue"/> says which value of the body it is.</summary>
    public required string Header { get; init; }

    public required int SignatureValue { get; init; }

    public required bool IsNumbered { get; init; }

    public required FieldModel? Field { get; init; }

    public required string Prefix { get; init; }

    /// <summary>The member of the runtime's enumeration.</summary>
    public required string Encoding { get; init; }

    public required bool HashedTwice { get; init; }

    public required EquatableArray<ContentPart> Content { get; init; }

    public required TimestampModel? Timestamp { get; init; }

    public required string? WhenHeader { get; init; }

    public required string WhenEquals { get; init; }

    /// <summary>What the scheme takes from the body before it is verified.</summary>
    public required EquatableArray<BodyValueModel> BodyValues { get; init; }

    /// <summary>Whether the body, or the payload in its place, is signed.</summary>
    public bool SignsBody => Content.Any(part => part.Kind is ContentKind.Body or ContentKind.Payload);

    /// <summary>The field of a form that is signed in place of the form.</summary>
    public string? PayloadField => Content.FirstOrDefault(part => part.Kind is ContentKind.Payload)?.Text;

    /// <summary>Whether it can verify a body of JSON.</summary>
    public bool TakesJson => BodyValues.All(value => value.Path is not null);

    /// <summary>Whether it can verify a form.</summary>
    public bool TakesForm => BodyValues.All(value => value.Field is not null);

    public bool SignsUrl => Content.Any(part => part.Kind is ContentKind.Url or ContentKind.DecodedUrl);
}
