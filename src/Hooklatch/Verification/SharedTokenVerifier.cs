using System.Buffers;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Inbox;
using Hooklatch.Plugins;
using Hooklatch.Signing;
using Hooklatch.Signing.Refusals;
using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Verification;

/// <summary>Verifies a token in a header or in the query.</summary>
/// <param name="plugin">The plugin whose configuration holds the token.</param>
/// <param name="secret">The path of the token in that configuration; <see langword="null"/> where an <see cref="ISecretSource"/> knows it.</param>
/// <param name="scheme">Where the token stands, and how it is written.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SharedTokenVerifier(PluginScope plugin, string? secret, TokenScheme scheme) : WebhookVerifier
{
    private const int MaxStackBytes = 512;

    // Hashed on both sides: the comparison then takes equal time for tokens of any length, and no token stays in memory.
    private readonly LiveSecrets<byte[][]>? _tokens = secret is null
        ? null
        : new(plugin.Configuration, secret, tokens => [.. tokens.Select(HashOf)]);

    /// <summary>The tokens of the tenants, where the plugin has them.</summary>
    public TenantSecrets? Tenants { get; init; }

    /// <inheritdoc/>
    public override string Description =>
        (scheme.Header is not null ? $"token in {scheme.Header}" : $"token in the query ({scheme.Query})")
        + (Tenants is null ? "" : ", with tokens per tenant");

    /// <inheritdoc/>
    public override string? MissingSecret => Tenants is null && Tokens.Length == 0 ? secret : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> CredentialHeaders => scheme.Header is { } header ? [HeaderName.At(header, 0)] : [];

    /// <inheritdoc/>
    public override string? CredentialQuery => scheme.Query;

    /// <inheritdoc/>
    internal override bool ProvesWith(string name) =>
        HeaderName.NamesOf(scheme.Header ?? scheme.Query!).Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    internal override int? MarkOf(Delivery delivery) => Tenants is null && delivery.MatchedToken is { } token ? SecretMark.Of(token) : null;

    /// <inheritdoc/>
    internal override InboxVerification Recall(int matched, int? index, int? mark) =>
        new()
        {
            Scheme = Description,
            Setting = secret is null ? null : $"{plugin.Configuration.Section}:{secret}",
            SecretIndex = index,
            IsSecretConfigured = mark is { } known && Tenants is null ? Array.Exists(Tokens, token => SecretMark.Of(token) == known) : null,
        };

    /// <inheritdoc/>
    internal override SenderSigning SigningOf(WebhookSender sender) =>
        Tenants is not null
            ? SenderSigning.OfTenants
            : new(
                new SchemeSigner("Its scheme")
                {
                    Token = scheme,
                    EventHeader = sender.EventHeader,
                    DeliveryIdHeader = sender.DeliveryIdHeader,
                },
                secret
            );

    /// <inheritdoc/>
    public override ValueTask<Rejection?> CheckHeadersAsync(Delivery context, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(http);
        var values = ValuesOf(http.Request);
        return SecurityHeader.Count(values) switch
        {
            HeaderCount.None => new(Rejection.MissingToken.Naming(NameForPeople)),
            HeaderCount.Several => new(Rejection.InvalidToken),
            _ when Tenants is { } tenants => CheckTenantAsync(context, http, tenants, values.ToString()),
            _ => new(Check(context, Tokens, values.ToString())),
        };
    }

    /// <inheritdoc/>
    internal override RefusalExplanation? Explain(Delivery context, HttpContext http, WebhookBody? body)
    {
        // Which tokens a tenant has is its source's to say, and it is not asked twice.
        if (Tenants is not null)
        {
            return null;
        }

        var (values, tokens) = (ValuesOf(http.Request), Tokens);
        return TokenExplanation.Of(scheme, Description, NameForPeople, values, tokens.Length, IsToken);

        bool IsToken(ReadOnlySpan<byte> token)
        {
            var hash = SHA256.HashData(token);
            return Array.Exists(tokens, known => CryptographicOperations.FixedTimeEquals(hash, known));
        }
    }

    private string NameForPeople => scheme.Header is { } header ? HeaderName.ForPeople(header) : SignatureScheme.NameOfQuery(scheme.Query!);

    private byte[][] Tokens => _tokens?.Current ?? [];

    private StringValues ValuesOf(HttpRequest request) =>
        scheme.Header is { } header ? HeaderName.Find(request.Headers, header) : request.Query[scheme.Query!];

    private Rejection? Check(Delivery context, byte[][] tokens, string received) =>
        tokens.Length == 0 ? Rejection.SecretNotConfigured
        : Matches(context, tokens, received) ? null
        : Rejection.InvalidToken;

    /// <summary>Asked only for a request that has one token: without it, a stranger could have the source asked at will.</summary>
    private async ValueTask<Rejection?> CheckTenantAsync(Delivery context, HttpContext http, TenantSecrets tenants, string received) =>
        await tenants.FindAsync(context, http, HashesOf) is { } tokens ? Check(context, tokens, received) : Rejection.SecretNotAvailable;

    /// <summary>The hashes of a tenant's tokens. A tenant that is not known has one that nothing is equal to, so that the answer takes as long.</summary>
    private static byte[][] HashesOf(string[] tokens)
    {
        byte[][] hashes = [.. tokens.Where(token => !string.IsNullOrWhiteSpace(token)).Select(HashOf)];
        return hashes.Length > 0 ? hashes : [RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes)];
    }

    private bool Matches(Delivery context, byte[][] tokens, ReadOnlySpan<char> received)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (!scheme.TryRemovePrefix(ref received) || !TryHash(received, hash))
        {
            return false;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, tokens[i]))
            {
                context.Match(i);
                context.MatchedToken = tokens[i];
                return true;
            }
        }

        return false;
    }

    private bool TryHash(ReadOnlySpan<char> sent, Span<byte> hash)
    {
        if (!scheme.IsBase64)
        {
            Hash(sent, hash);
            return true;
        }

        return SignatureText.Decode(sent.ToString(), "", SignatureEncoding.Base64) is { } token && SHA256.TryHashData(token, hash, out _);
    }

    private static void Hash(ReadOnlySpan<char> token, Span<byte> hash)
    {
        var maxLength = Encoding.UTF8.GetMaxByteCount(token.Length);
        var rented = maxLength > MaxStackBytes ? ArrayPool<byte>.Shared.Rent(maxLength) : null;
        var bytes = rented ?? stackalloc byte[MaxStackBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(token, bytes)], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static byte[] HashOf(string token)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        Hash(token, hash);
        return hash;
    }
}
