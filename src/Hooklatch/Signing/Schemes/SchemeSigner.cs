using System.ComponentModel;
using Hooklatch.Signing.Refusals;
using Hooklatch.Signing.Text;

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

    /// <summary>
    /// The property of the attribute by which its user names the header of the timestamp, and the name under which the schemes write it instead. Where
    /// the settings of a request have the property, it is signed with a timestamp; else without.
    /// </summary>
    public string? TimestampProperty { get; init; }

    /// <summary>Headers with a fixed value: name and value in turn.</summary>
    public IReadOnlyList<string> RequiredHeaders { get; init; } = [];

    /// <summary>The schemes, for who verifies without a host.</summary>
    internal IReadOnlyList<SignatureScheme> Schemes => schemes;

    /// <inheritdoc/>
    public SignerKeyKind KeyKind => schemes is [var first, ..] ? first.KeyKind : SignerKeyKind.Secret;

    /// <inheritdoc/>
    public IReadOnlyList<string> Settings => [];

    /// <inheritdoc/>
    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(keys);
        request.NamePlace = PlaceOfNames(request);
        AddNames(request);
        if (Token is { } token)
        {
            token.Write(request, keys.GetSecret());
            return;
        }

        foreach (var scheme in RequiresAll ? schemes : [Choose(request, keys)])
        {
            new SchemeWriter(signature, scheme, request).Sign(keys);
            if (TimestampProperty is { } property && scheme.SignedTime is not null)
            {
                Rename(request.Headers, property, keys.GetSetting(property));
            }
        }
    }

    /// <inheritdoc/>
    public RefusalExplanation? Explain(OutgoingRequest request, IReadOnlyList<string> secrets, DateTimeOffset now) =>
        RefusalExplainer.Closest(schemes.Select(scheme => RefusalExplanation.Of(scheme, request, secrets, now)));

    /// <summary>The place of the first name under which the request has a header already that goes by several; else the first place.</summary>
    private int PlaceOfNames(OutgoingRequest request)
    {
        string?[] headers = [.. schemes.SelectMany(scheme => scheme.HeaderNames), Token?.Header, EventHeader, DeliveryIdHeader];
        return headers
            .OfType<string>()
            .Select(header => Array.FindIndex(HeaderName.NamesOf(header), request.Headers.ContainsKey))
            .Where(place => place >= 0)
            .Append(0)
            .Max();
    }

    /// <summary>No signature covers the name of a header.</summary>
    private static void Rename(Microsoft.AspNetCore.Http.IHeaderDictionary headers, string from, string to)
    {
        var values = headers[from];
        headers.Remove(from);
        headers[to] = values;
    }

    private void AddNames(OutgoingRequest request)
    {
        if (EventHeader is { } header && request.Event is { } name)
        {
            request.Headers[HeaderName.At(header, request.NamePlace)] = name;
        }

        if (EventQuery is { } query && request.Event is { } queried)
        {
            request.AddQuery(query, queried);
        }

        if (DeliveryIdHeader is { } id && !Array.Exists(HeaderName.NamesOf(id), request.Headers.ContainsKey))
        {
            request.Headers[HeaderName.At(id, request.NamePlace)] = request.DeliveryId ?? $"delivery-{Guid.NewGuid():N}";
        }

        for (var i = 0; i + 1 < RequiredHeaders.Count; i += 2)
        {
            request.Headers[RequiredHeaders[i]] = RequiredHeaders[i + 1];
        }
    }

    /// <summary>
    /// The scheme that is asked for; else the first for the kind of key that is given, where a text may be of either kind, and for which the text is a
    /// key.
    /// </summary>
    private SignatureScheme Choose(OutgoingRequest request, SignerKeys keys) =>
        request.Scheme is { } number
            ? schemes.ElementAtOrDefault(number) ?? throw Missing($"no scheme {number}")
            : Candidates(keys).FirstOrDefault(scheme => keys.HoldsText == scheme.KeyKind is SignerKeyKind.Secret && scheme.IsKey(keys))
                ?? Candidates(keys).FirstOrDefault(scheme => keys.HoldsText == scheme.KeyKind is SignerKeyKind.Secret)
                ?? (keys.HoldsText ? Candidates(keys).FirstOrDefault() : null)
                ?? throw Missing("no scheme that signs with this kind of key");

    private IEnumerable<SignatureScheme> Candidates(SignerKeys keys) =>
        TimestampProperty is { } property
            ? schemes.Where(scheme => scheme.SignedTime is not null == keys.Settings.ContainsKey(property))
            : schemes;

    private ArgumentException Missing(string what) => new($"{signature} has {what}.");
}
