using System.Buffers;
using System.ComponentModel;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Hooklatch.Http;
using Hooklatch.Json;
using Hooklatch.Signing.Text;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Signing.Schemes;

/// <summary>
/// One way in which a delivery can be signed. Generated code derives one class per scheme and says what differs between schemes: where the
/// signature stands, how it is written, and the signed text.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class SignatureScheme
{
    private JsonShape? _bodyShape;

    /// <summary>1 or 2 once it is known; one byte that requests may write at once.</summary>
    private byte _needsBodyValues;

    private protected SignatureScheme() { }

    /// <summary>How the scheme verifies, in a few words.</summary>
    internal abstract string Description { get; }

    /// <summary>What it is signed with.</summary>
    internal abstract SignerKeyKind KeyKind { get; }

    /// <summary>The headers on which the scheme rests; of numbered ones, and of several names, the first.</summary>
    internal string[] CredentialHeaders =>
        [
            .. SignatureHeader.Length == 0
                ? Array.Empty<string>()
                : [IsNumbered ? SignatureCandidates.NameOf(SignatureHeader, 1) : HeaderName.At(SignatureHeader, 0)],
            .. SignedHeaders.ToArray().Select(name => HeaderName.At(name, 0)),
            .. WhenHeader is { } when ? [when] : Array.Empty<string>(),
        ];

    /// <summary>Whether a header carries the signature; of numbered ones, any of them.</summary>
    internal bool IsSignature(string header) =>
        SignatureHeader.Length > 0
        && Array.Exists(
            HeaderName.NamesOf(SignatureHeader),
            name => header.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (IsNumbered || header.Length == name.Length)
        );

    /// <summary>Where the signature is, for people.</summary>
    internal string PlaceOfSignature => SignatureHeader.Length == 0 ? "the body" : string.Join(" or ", HeaderName.NamesOf(SignatureHeader));

    internal bool UsesUrl => SignsUrl;

    internal SignedTimestamp? SignedTime => Timestamp;

    /// <summary>Whether a part of the body is read before the body is verified.</summary>
    internal bool ReadsBody => BodyPaths.Length > 0 || FormFields.Length > 0;

    /// <summary>The header that carries the signature, which may go by several names; empty where the body does.</summary>
    protected abstract string SignatureHeader { get; }

    /// <summary>Whether the header is numbered.</summary>
    protected virtual bool IsNumbered => false;

    /// <summary>The field that holds the signature; <see langword="null"/> where there is nothing else.</summary>
    protected virtual SignatureField? Field => null;

    /// <summary>Which value of the body is the signature, by its number; -1 where a header carries it.</summary>
    protected virtual int SignatureValue => -1;

    /// <summary>What stands before the signature.</summary>
    protected virtual string Prefix => "";

    /// <summary>How the signature is written.</summary>
    protected virtual SignatureEncoding Encoding => SignatureEncoding.Hex;

    /// <summary>The other headers that the signed text holds; each must stand exactly once.</summary>
    protected virtual ReadOnlySpan<string> SignedHeaders => [];

    /// <summary>The query parameters that the signed text holds; each must stand exactly once.</summary>
    protected virtual ReadOnlySpan<string> SignedQuery => [];

    /// <summary>The header on which it depends whether the scheme applies.</summary>
    protected virtual string? WhenHeader => null;

    /// <summary>The value that it must have.</summary>
    protected virtual string WhenEquals => "";

    /// <summary>Where the signed timestamp is, if there is one.</summary>
    protected virtual SignedTimestamp? Timestamp => null;

    /// <summary>Whether the signed text holds the body.</summary>
    protected virtual bool SignsBody => true;

    /// <summary>Whether the signed text holds the public URL.</summary>
    protected virtual bool SignsUrl => false;

    /// <summary>The paths of what the scheme takes from a JSON body: the signature, the timestamp, signed values.</summary>
    protected virtual ReadOnlySpan<string> BodyPaths => [];

    /// <summary>
    /// The fields of what the scheme takes from a form, by the same numbers. Where it has paths as well, the media type of the body says which
    /// of them apply.
    /// </summary>
    protected virtual ReadOnlySpan<string> FormFields => [];

    /// <summary>The field of a form that is signed in place of the form; <see langword="null"/> where a form is signed as it is.</summary>
    protected virtual string? PayloadField => null;

    /// <summary>Which of the configured secrets the scheme uses; -1 for each of them.</summary>
    protected virtual int OnlyKey => -1;

    /// <summary>The number of the secret that a request is signed with.</summary>
    internal int SigningKey => Math.Max(0, OnlyKey);

    /// <summary>How keys are written in the configuration.</summary>
    protected virtual KeyEncoding KeyEncoding => KeyEncoding.Utf8;

    /// <summary>What may stand before a key in the configuration.</summary>
    protected virtual string KeyPrefix => "";

    /// <summary>Feeds the signed text, in order.</summary>
    protected abstract void Append(ref SignedContent content);

    internal abstract SchemeKeys Prepare(string[] keys);

    /// <summary>How a key is written in the configuration, to follow "as".</summary>
    internal abstract string KeyForm { get; }

    /// <summary>Keys that verify nothing, for all tenants that are not known.</summary>
    internal abstract SchemeKeys PrepareNone();

    /// <summary>Makes a signature.</summary>
    /// <param name="keys">What to sign with.</param>
    /// <param name="textWith">Gives the text, which in a digest holds the secret.</param>
    internal abstract byte[] Sign(SignerKeys keys, Func<byte[], byte[]> textWith);

    /// <summary>Whether what is given can be the key, as far as its text tells.</summary>
    internal virtual bool IsKey(SignerKeys keys) => true;

    /// <summary>The headers that it writes.</summary>
    internal IEnumerable<string> HeaderNames =>
        [.. SignatureHeader.Length > 0 ? [SignatureHeader] : Array.Empty<string>(), .. SignedHeaders];

    /// <summary>Whether the body of a request is hashed as it arrives.</summary>
    internal bool CoversBody(in ReceivedRequest request) => SignsBody && (PayloadField is null || !request.IsEnvelope);

    /// <summary>Whether what is signed of the body is there: of a form, the payload and nothing else.</summary>
    internal bool HasPayload(in ReceivedRequest request) =>
        PayloadField is not { } field
        || !request.IsEnvelope
        || request.Form is { IsReadable: true, HasOthers: false } form && form.Bytes(field) is { Length: > 0 };

    internal ReadOnlySpan<string> HeadersOfText => SignedHeaders;

    internal ReadOnlySpan<string> QueryOfText => SignedQuery;

    /// <summary>
    /// Whether what is verified depends on values of the body: on a signature that is there, or on signed text that holds some. Where only a
    /// timestamp is in the body that the text does not hold, nothing of an unsigned body has to be parsed.
    /// </summary>
    internal bool NeedsBodyValues
    {
        get
        {
            if (_needsBodyValues == 0)
            {
                var needs = SignatureValue >= 0 || !TextOf("1").AsSpan().SequenceEqual(TextOf("2"));
                _needsBodyValues = (byte)(needs ? 2 : 1);
            }

            return _needsBodyValues == 2;
        }
    }

    /// <summary>The names of what is read of a form.</summary>
    internal string[] NamesInForm => [.. FormFields, .. PayloadField is { } payload ? [payload] : Array.Empty<string>()];

    /// <summary>Where a value stands in the body of a request, for people.</summary>
    internal string PlaceOf(int number, string? contentType) =>
        TakesForm(contentType) ? $"a field {FormFields[number]} of the form" : $"a value at {BodyPaths[number]} of the body";

    internal int NumberOfSignature => SignatureValue;

    /// <summary>The header that selects the scheme, and its value.</summary>
    internal (string Header, string Value)? Condition => WhenHeader is { } header ? (header, WhenEquals) : null;

    /// <summary>The signatures that a request offers.</summary>
    internal SignatureCandidates Offered(in ReceivedRequest request)
    {
        if (IsNumbered)
        {
            return SignatureCandidates.Numbered(request, SignatureHeader);
        }

        var text = SignatureValue < 0 ? request.Header(SignatureHeader) : request.BodyValue(SignatureValue);
        return Field is { } field
            ? SignatureCandidates.Fields(text, field.ItemSeparator, field.Separator, field.Name)
            : SignatureCandidates.One(text);
    }

    /// <summary>Takes the values at <see cref="BodyPaths"/>, or of <see cref="FormFields"/>, from the complete body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="form">What was read of it as a form; <see langword="null"/> where it is none.</param>
    /// <returns>The values by the numbers of their places; <see langword="null"/> where the body cannot be read or says something twice.</returns>
    internal string?[]? ReadBodyValues(ReadOnlyMemory<byte> body, FormValues? form)
    {
        if (!ReadsBody)
        {
            return [];
        }

        // Where a form holds the signed payload, the values of JSON are the payload's.
        if (form is not null && FormFields.Length == 0 && BodyPaths.Length > 0 && PayloadField is { } field)
        {
            if (form.Bytes(field) is not { } payload)
            {
                return null;
            }

            body = payload;
        }
        else if (form is not null || BodyPaths.Length == 0)
        {
            return ReadFormValues(form);
        }

        var errors = new BindingErrors();
        var json = JsonValues.Find(body, _bodyShape ??= new JsonShape(BodyPaths.ToArray()), errors);
        var values = new string?[BodyPaths.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = json.Text(i);
        }

        return json.End() && errors.IsEmpty ? values : null;
    }

    /// <summary>Whether every value is there that a form has to have. A value of a JSON body that is absent is empty.</summary>
    internal bool HasValues(string?[] values, FormValues? form) =>
        form is null || FormFields.Length == 0 || Array.IndexOf(values, null) < 0;

    internal void Feed(ref SignedContent content) => Append(ref content);

    private string?[]? ReadFormValues(FormValues? form)
    {
        if (form is not { IsReadable: true } || FormFields.Length == 0)
        {
            return null;
        }

        var values = new string?[FormFields.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = form.Text(FormFields[i]);
        }

        return form.RepeatsName ? null : values;
    }

    /// <summary>What is signed of a request, less the secret; <see langword="null"/> where it is longer than a bound.</summary>
    internal byte[]? TextOf(in ReceivedRequest request, WebhookBody body, int maxLength)
    {
        var signed =
            !SignsBody ? 0
            : CoversBody(request) ? body.Length
            : request.Form?.Bytes(PayloadField!)?.Length ?? 0;
        if (signed > maxLength)
        {
            return null;
        }

        var whole = ReadsBody ? request.With(ReadBodyValues(body.Memory, request.Form) ?? []) : request;
        var text = TextOf(whole, body.Memory.Span, secret: default, out _);
        return text.Length <= maxLength ? text : null;
    }

    /// <summary>The signed text of a request, with the values that the scheme takes from its body.</summary>
    internal byte[] TextOf(in ReceivedRequest request, ReadOnlySpan<byte> body, ReadOnlySpan<byte> secret, out bool isAmbiguous)
    {
        using var text = new PooledBufferWriter();
        isAmbiguous = Write(text, request, body, secret);
        return text.WrittenMemory.ToArray();
    }

    /// <summary>Writes the signed text of a request, with the values that the scheme takes from its body.</summary>
    /// <returns>Whether it is ambiguous, so that it proves nothing.</returns>
    internal bool Write(PooledBufferWriter text, in ReceivedRequest request, ReadOnlySpan<byte> body, ReadOnlySpan<byte> secret)
    {
        var isAmbiguous = false;
        var coversBody = CoversBody(request);
        if (coversBody)
        {
            var before = SignedContent.BeforeBody(request, text, secret);
            Append(ref before);
            isAmbiguous = before.IsAmbiguous;
            request.Trace?.AddBody();
            text.Write(body);
        }

        var after = SignedContent.AfterBody(request, text, coversBody, secret);
        Append(ref after);
        return isAmbiguous | after.IsAmbiguous;
    }

    /// <summary>Whether the scheme applies. A header that stands more than once is neither its value nor its absence.</summary>
    internal bool Applies(in ReceivedRequest request) =>
        WhenHeader is not { } name
        || (HeaderName.Find(request.Headers, name).Count < 2 && SecurityHeader.Is(request.Header(name), WhenEquals));

    /// <summary>How often the headers and query parameters stand in a request on which the scheme rests; the scarcest says.</summary>
    internal HeaderCount CountSources(in ReceivedRequest request, HttpRequest received)
    {
        var headers = request.Headers;
        var count = CountSignature(request);
        foreach (var name in SignedHeaders)
        {
            count = Worse(count, SecurityHeader.Count(HeaderName.Find(headers, name)));
        }

        foreach (var name in SignedQuery)
        {
            count = Worse(count, SecurityHeader.Count(received.Query[name]));
        }

        return count;
    }

    /// <summary>The secrets that the scheme uses. A blank one is none, but keeps its place where the scheme names a place.</summary>
    internal IEnumerable<(string Key, int Index)> Select(string[] keys) =>
        keys.Where(key => OnlyKey >= 0 || !string.IsNullOrWhiteSpace(key))
            .Select((key, index) => (Key: key, Index: index))
            .Where(entry => (OnlyKey < 0 || entry.Index == OnlyKey) && !string.IsNullOrWhiteSpace(entry.Key));

    /// <summary>The signed text of a request that has nothing, with one text in place of every value of the body.</summary>
    private byte[] TextOf(string bodyValue)
    {
        var values = new string?[Math.Max(BodyPaths.Length, FormFields.Length)];
        Array.Fill(values, bodyValue);
        return TextOf(new ReceivedRequest(new DefaultHttpContext(), "", values), body: default, secret: default, out _);
    }

    private HeaderCount CountSignature(in ReceivedRequest request)
    {
        if (SignatureHeader.Length == 0)
        {
            return HeaderCount.One;
        }

        if (!IsNumbered)
        {
            return SecurityHeader.Count(HeaderName.Find(request.Headers, SignatureHeader));
        }

        var count = SecurityHeader.Count(request.Headers[SignatureCandidates.NameOf(SignatureHeader, 1)]);
        for (var number = 2; number <= SignatureCandidates.MaxHeaders && count is HeaderCount.One; number++)
        {
            var next = SecurityHeader.Count(request.Headers[SignatureCandidates.NameOf(SignatureHeader, number)]);
            if (next is HeaderCount.None)
            {
                break;
            }

            count = next;
        }

        return count;
    }

    private static HeaderCount Worse(HeaderCount one, HeaderCount other) =>
        one is HeaderCount.Several || other is HeaderCount.Several ? HeaderCount.Several
        : one is HeaderCount.None || other is HeaderCount.None ? HeaderCount.None
        : HeaderCount.One;
}
