using System.ComponentModel;

namespace Hooklatch.Signing.Schemes;

/// <summary>Signs requests by the schemes of one attribute class. Generated code makes one for each such class that is <c>partial</c>.</summary>
/// <param name="signature">The attribute as its user writes it.</param>
/// <param name="schemes">Its schemes, in the order of the attributes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemeSigner(string signature, params SignatureScheme[] schemes) : IRequestSigner
{
    /// <summary>The token, where the class has one in place of schemes.</summary>
    public TokenScheme? Token { get; init; }

    /// <summary>Whether every scheme must hold.</summary>
    public bool RequiresAll { get; init; }

    /// <summary>The header that names the event.</summary>
    public string? EventHeader { get; init; }

    /// <summary>The query parameter that names the event.</summary>
    public string? EventQuery { get; init; }

    /// <summary>The header that names the delivery.</summary>
    public string? DeliveryIdHeader { get; init; }

    /// <summary>Headers with a fixed value: name and value in turn.</summary>
    public IReadOnlyList<string> RequiredHeaders { get; init; } = [];

    /// <inheritdoc/>
    public SignerKeyKind KeyKind => schemes is [var first, ..] ? first.KeyKind : SignerKeyKind.Secret;

    /// <inheritdoc/>
    public IReadOnlyList<string> Settings => [];

    /// <inheritdoc/>
    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(keys);
        AddNames(request);
        if (Token is { } token)
        {
            token.Write(request, keys.GetSecret());
            return;
        }

        foreach (var scheme in RequiresAll ? schemes : [Choose(request, keys)])
        {
            new SchemeWriter(signature, scheme, request).Sign(keys);
        }
    }

    private void AddNames(OutgoingRequest request)
    {
        if (EventHeader is { } header && request.Event is { } name)
        {
            request.Headers[header] = name;
        }

        if (EventQuery is { } query && request.Event is { } queried)
        {
            request.AddQuery(query, queried);
        }

        if (DeliveryIdHeader is { } id && !request.Headers.ContainsKey(id))
        {
            request.Headers[id] = request.DeliveryId ?? $"delivery-{Guid.NewGuid():N}";
        }

        for (var i = 0; i + 1 < RequiredHeaders.Count; i += 2)
        {
            request.Headers[RequiredHeaders[i]] = RequiredHeaders[i + 1];
        }
    }

    /// <summary>The scheme that is asked for; else the first for the kind of key that is given, where a text may be of either kind.</summary>
    private SignatureScheme Choose(OutgoingRequest request, SignerKeys keys) =>
        request.Scheme is { } number
            ? schemes.ElementAtOrDefault(number) ?? throw Missing($"no scheme {number}")
            : schemes.FirstOrDefault(scheme => keys.HoldsText == scheme.KeyKind is SignerKeyKind.Secret)
                ?? (keys.HoldsText ? schemes.FirstOrDefault() : null)
                ?? throw Missing("no scheme that signs with this kind of key");

    private ArgumentException Missing(string what) => new($"{signature} has {what}.");
}
