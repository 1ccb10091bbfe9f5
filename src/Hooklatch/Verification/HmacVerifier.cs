using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Configuration;
using Hooklatch.Hosting;
using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Verification;

/// <summary>
/// Verifies an HMAC that one header carries. Generated code derives one class per endpoint and says what differs between schemes: the header,
/// its encoding, and the signed text.
/// </summary>
/// <param name="plugin">The plugin whose configuration holds the secret.</param>
/// <param name="secret">The path of the secret in that configuration.</param>
/// <param name="algorithm">The algorithm.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HmacVerifier(PluginScope plugin, string secret, HmacAlgorithm algorithm) : WebhookVerifier
{
    private const int LargestHash = 64;

    private readonly int _size = HmacKey.SizeOf(algorithm);
    private readonly LiveSecrets<HmacKey> _keys = new(
        plugin.Configuration,
        secret,
        text => new HmacKey(algorithm, Encoding.UTF8.GetBytes(text))
    );

    /// <inheritdoc/>
    public override string Description => $"HMAC-{algorithm.ToString().ToUpperInvariant()} in {SignatureHeader}";

    /// <inheritdoc/>
    public override bool NeedsBody => true;

    /// <inheritdoc/>
    public override string? MissingSecret => _keys.Current.IsEmpty ? secret : null;

    /// <summary>The header that carries the signature.</summary>
    protected abstract string SignatureHeader { get; }

    /// <summary>The headers besides <see cref="SignatureHeader"/> that the signed text holds; each must stand exactly once.</summary>
    protected virtual ReadOnlySpan<string> SignedHeaders => [];

    /// <summary>The header that carries the signed timestamp, if there is one.</summary>
    protected virtual string? TimestampHeader => null;

    /// <summary>How the timestamp is written.</summary>
    protected virtual TimeUnit TimestampUnit => TimeUnit.Seconds;

    /// <summary>How far the timestamp may be from now, either way.</summary>
    protected virtual TimeSpan Tolerance => TimeSpan.Zero;

    /// <inheritdoc/>
    public sealed override Rejection? CheckHeaders(WebhookContext context, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(http);
        return CheckPresence(http.Request.Headers)
            ?? (_keys.Current.IsEmpty ? Rejection.SecretNotConfigured : null)
            ?? CheckTimestamp(http.Request.Headers, context.ReceivedAt);
    }

    /// <inheritdoc/>
    public sealed override Rejection? CheckBody(WebhookContext context, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(http);
        Span<byte> received = stackalloc byte[LargestHash];
        received = received[.._size];
        if (!TryDecode(http.Request.Headers[SignatureHeader].ToString(), received))
        {
            return Rejection.InvalidSignature;
        }

        // Read once: a rotation or removal between the two gates must not leave the check half old, half new.
        var keys = _keys.Current;
        for (var i = 0; i < keys.Length; i++)
        {
            if (IsSignedWith(keys[i], received, http, context.RawBody.Span))
            {
                context.SecretIndex = i;
                return null;
            }
        }

        return keys.IsEmpty ? Rejection.SecretNotConfigured : Rejection.InvalidSignature;
    }

    /// <summary>Decodes the signature to exactly its length.</summary>
    protected abstract bool TryDecode(string header, Span<byte> signature);

    /// <summary>Feeds the signed text, in order.</summary>
    protected abstract void Append(ref SignedContent content);

    private Rejection? CheckPresence(IHeaderDictionary headers)
    {
        var presence = Check(headers, SignatureHeader);
        foreach (var name in SignedHeaders)
        {
            presence ??= Check(headers, name);
        }

        return presence;

        static Rejection? Check(IHeaderDictionary headers, string name) =>
            SecurityHeader.Read(headers, name, out _) switch
            {
                HeaderCount.One => null,
                HeaderCount.None => Rejection.MissingSignature,
                _ => Rejection.InvalidSignature,
            };
    }

    private Rejection? CheckTimestamp(IHeaderDictionary headers, DateTimeOffset now) =>
        TimestampHeader is not { } name ? null
        : !Timestamp.TryParse(headers[name].ToString(), TimestampUnit, out var signedAt) ? Rejection.InvalidSignature
        : (now - signedAt).Duration() > Tolerance ? Rejection.TimestampOutsideTolerance
        : null;

    private bool IsSignedWith(HmacKey key, ReadOnlySpan<byte> received, HttpContext http, ReadOnlySpan<byte> body)
    {
        Span<byte> computed = stackalloc byte[LargestHash];
        var hash = key.Rent();
        var content = new SignedContent(hash, http, body);
        Append(ref content);
        var written = hash.GetHashAndReset(computed);
        key.Return(hash);
        return !content.IsAmbiguous && CryptographicOperations.FixedTimeEquals(computed[..written], received);
    }
}
