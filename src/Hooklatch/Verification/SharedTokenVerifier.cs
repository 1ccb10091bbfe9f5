using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Configuration;
using Hooklatch.Hosting;
using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Verification;

/// <summary>Verifies a token in a header or in the query.</summary>
/// <param name="plugin">The plugin whose configuration holds the token.</param>
/// <param name="secret">The path of the token in that configuration.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SharedTokenVerifier(PluginScope plugin, string secret) : WebhookVerifier
{
    // Hashed on both sides: the comparison then takes equal time for tokens of any length, and no token stays in memory.
    private readonly LiveSecrets<byte[]> _tokens = new(
        plugin.Configuration,
        secret,
        text => SHA256.HashData(Encoding.UTF8.GetBytes(text))
    );

    /// <summary>The header that carries the token.</summary>
    public string? Header { get; init; }

    /// <summary>What stands before the token in the header.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The query parameter that carries the token.</summary>
    public string? Query { get; init; }

    /// <inheritdoc/>
    public override string Description => Header is not null ? $"token in {Header}" : $"token in the query ({Query})";

    /// <inheritdoc/>
    public override string? MissingSecret => _tokens.Current.IsEmpty ? secret : null;

    /// <inheritdoc/>
    public override Rejection? CheckHeaders(WebhookContext context, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(http);
        var tokens = _tokens.Current;
        return SecurityHeader.Single(Values(http.Request), out var received) switch
        {
            HeaderCount.None => Rejection.MissingToken,
            HeaderCount.Several => Rejection.InvalidToken,
            _ when tokens.IsEmpty => Rejection.SecretNotConfigured,
            _ => received.StartsWith(Prefix, StringComparison.Ordinal) && Matches(context, tokens, received.AsSpan(Prefix.Length))
                ? null
                : Rejection.InvalidToken,
        };
    }

    private static bool Matches(WebhookContext context, LiveSecrets<byte[]>.Snapshot tokens, ReadOnlySpan<char> received)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(received.ToArray()), hash);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, tokens[i]))
            {
                context.SecretIndex = i;
                return true;
            }
        }

        return false;
    }

    private StringValues Values(HttpRequest request) => Header is not null ? request.Headers[Header] : request.Query[Query!];
}
