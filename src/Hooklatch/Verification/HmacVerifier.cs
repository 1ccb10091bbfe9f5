using System.ComponentModel;
using System.Security.Cryptography;
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
    private readonly int _size = HmacKeySet.SizeOf(algorithm);
    private readonly LiveSecrets<HmacKeySet> _keys = new(plugin.Configuration, secret, secrets => new HmacKeySet(algorithm, secrets));

    /// <inheritdoc/>
    public override string Description => $"HMAC-{algorithm.ToString().ToUpperInvariant()} in {SignatureHeader}";

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
    public sealed override BodyVerification BeginBody(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        // The keys are read once: a rotation while the body arrives leaves this check all old, never half old and half new.
        return new HmacVerification(this, _keys.Current, http.Request.Headers);
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
            SecurityHeader.Count(headers[name]) switch
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

    /// <summary>The check of one body, with one hash per secret.</summary>
    private sealed class HmacVerification : BodyVerification
    {
        private const int LargestHash = 64;

        private readonly HmacVerifier _scheme;
        private readonly HmacKeySet _keys;
        private readonly IHeaderDictionary _headers;
        private readonly IncrementalHash[] _hashes;
        private bool _isAmbiguous;

        public HmacVerification(HmacVerifier scheme, HmacKeySet keys, IHeaderDictionary headers)
        {
            _scheme = scheme;
            _keys = keys;
            _headers = headers;
            _hashes = keys.Rent();
            foreach (var hash in _hashes)
            {
                Feed(SignedContent.BeforeBody(hash, headers));
            }
        }

        public override void Append(ReadOnlySpan<byte> bytes)
        {
            foreach (var hash in _hashes)
            {
                hash.AppendData(bytes);
            }
        }

        internal override Rejection? Complete(WebhookContext context)
        {
            if (_hashes.Length == 0)
            {
                // Removed since the headers were checked.
                return Rejection.SecretNotConfigured;
            }

            Span<byte> received = stackalloc byte[LargestHash];
            received = received[.._scheme._size];
            if (_isAmbiguous || !_scheme.TryDecode(_headers[_scheme.SignatureHeader].ToString(), received))
            {
                return Rejection.InvalidSignature;
            }

            for (var i = 0; i < _hashes.Length; i++)
            {
                if (Matches(_hashes[i], received))
                {
                    context.SecretIndex = i;
                    return null;
                }
            }

            return Rejection.InvalidSignature;
        }

        protected override void Dispose(bool disposing)
        {
            Span<byte> discarded = stackalloc byte[LargestHash];
            foreach (var hash in _hashes)
            {
                // Whatever was hashed is dropped, so that the next delivery starts from the key alone.
                hash.GetHashAndReset(discarded);
            }

            _keys.Return(_hashes);
        }

        private bool Matches(IncrementalHash hash, ReadOnlySpan<byte> received)
        {
            Span<byte> computed = stackalloc byte[LargestHash];
            Feed(SignedContent.AfterBody(hash, _headers));
            var length = hash.GetHashAndReset(computed);
            return CryptographicOperations.FixedTimeEquals(computed[..length], received);
        }

        private void Feed(SignedContent content)
        {
            _scheme.Append(ref content);
            _isAmbiguous |= content.IsAmbiguous;
        }
    }
}
