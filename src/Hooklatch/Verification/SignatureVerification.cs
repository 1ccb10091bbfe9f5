using System.Numerics;
using Hooklatch.Bodies;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Signing.Schemes;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Verification;

/// <summary>
/// The check of one body by the schemes that its headers can satisfy, all of which see the bytes as they arrive. Where the public URL is
/// signed and several are configured, each scheme is checked with each. It serves one request after the other.
/// </summary>
internal sealed class SignatureVerification(KeyedScheme[] schemes, bool requiresAll, Pool<SignatureVerification> pool) : BodyVerification
{
    /// <summary>A scheme that signs no URL is checked once.</summary>
    private static readonly string[] NoUrl = [""];

    private Check[] _checks = new Check[schemes.Length];
    private int _count;
    private HttpContext? _http;

    public SignatureVerification Begin(Delivery context, HttpContext http, string[]? urls)
    {
        _http = http;
        urls ??= [];
        var needed = BitOperations.PopCount(context.CandidateSchemes) * Math.Max(urls.Length, 1);
        if (_checks.Length < needed)
        {
            _checks = new Check[needed];
        }

        for (var i = 0; i < schemes.Length; i++)
        {
            if ((context.CandidateSchemes & (1u << i)) == 0)
            {
                continue;
            }

            // The keys were read with the headers: a rotation since then leaves this check all old, never half old and half new.
            var keys = context.Keys?[i] ?? schemes[i].Keys!;
            // A scheme that signs the URL is not checked with none: where no configured URL fits the request, nothing verifies it.
            foreach (var url in schemes[i].Scheme.UsesUrl ? urls : NoUrl)
            {
                var running = keys.Rent();
                _checks[_count++] = new Check(i, schemes[i].Scheme, running, url);
                running.Begin(new ReceivedRequest(http, url));
            }
        }

        return this;
    }

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (ref readonly var check in _checks.AsSpan(0, _count))
        {
            check.Running.Append(bytes);
        }
    }

    internal override ValueTask<Rejection?> CompleteAsync(Delivery context, WebhookBody body) => new(Complete(context, body));

    protected override void Dispose(bool disposing)
    {
        foreach (ref readonly var check in _checks.AsSpan(0, _count))
        {
            check.Running.Release();
        }

        _checks.AsSpan(0, _count).Clear();
        (_count, _http) = (0, null);
        pool.TryReturn(this);
    }

    /// <summary>Every check is finished, whichever holds, so that none carries over to the next request.</summary>
    private Rejection? Complete(Delivery context, WebhookBody body)
    {
        Rejection? rejected = null;
        var passed = 0u;
        foreach (ref readonly var check in _checks.AsSpan(0, _count))
        {
            if (Complete(check, context, body) is { } rejection)
            {
                rejected = rejection;
            }
            else
            {
                passed |= 1u << check.Index;
            }
        }

        return passed != 0 && (!requiresAll || passed == context.CandidateSchemes) ? null : rejected ?? Rejection.InvalidSignature;
    }

    private Rejection? Complete(in Check check, Delivery context, WebhookBody body)
    {
        var scheme = check.Scheme;
        var request = new ReceivedRequest(_http!, check.Url);
        if (scheme is { ReadsBody: true, NeedsBodyValues: true } && !TryRead(scheme, body, ref request))
        {
            return Rejection.InvalidSignature;
        }

        if (!check.Running.Matches(request, body, out var key))
        {
            return Rejection.InvalidSignature;
        }

        // Parsed only now, if the signature does not depend on it: to parse costs far more than to hash.
        if (scheme is { ReadsBody: true, NeedsBodyValues: false } && !TryRead(scheme, body, ref request))
        {
            return Rejection.InvalidSignature;
        }

        if (scheme.SignedTime is { NeedsBody: true } signedAt && signedAt.Check(request, context.ReceivedAt) is { } stale)
        {
            return stale;
        }

        if (context.SecretIndex is null)
        {
            context.Match(key);
            context.MatchedScheme = check.Index;
            context.Fingerprint = check.Running.Fingerprint;
        }

        return null;
    }

    private static bool TryRead(SignatureScheme scheme, WebhookBody body, ref ReceivedRequest request)
    {
        if (scheme.ReadBodyValues(body.Memory) is not { } values)
        {
            return false;
        }

        request = request.With(values);
        return true;
    }

    private readonly record struct Check(int Index, SignatureScheme Scheme, SchemeCheck Running, string Url);
}
