using Hooklatch.Bodies;
using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Verification.Rules;

/// <summary>
/// The check of one body by the rules that its headers can satisfy, all of which see the bytes as they arrive. Where the public URL is
/// signed and several are configured, each rule is checked with each.
/// </summary>
internal sealed class SignatureVerification : BodyVerification
{
    private readonly HttpContext _http;
    private readonly bool _requiresAll;
    private readonly Check[] _checks;

    public SignatureVerification(SignatureRule[] rules, WebhookContext context, HttpContext http, string[]? urls, bool requiresAll)
    {
        _http = http;
        _requiresAll = requiresAll;
        _checks = Begin(rules, context, http, urls ?? [""]);
    }

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var check in _checks)
        {
            check.Running.Append(bytes);
        }
    }

    internal override ValueTask<Rejection?> CompleteAsync(WebhookContext context, WebhookBody body) => new(Complete(context, body));

    protected override void Dispose(bool disposing)
    {
        foreach (var check in _checks)
        {
            check.Running.Release();
        }
    }

    private static Check[] Begin(SignatureRule[] rules, WebhookContext context, HttpContext http, string[] urls)
    {
        var checks = new Check[System.Numerics.BitOperations.PopCount(context.CandidateRules) * urls.Length];
        var count = 0;
        for (var i = 0; i < rules.Length; i++)
        {
            if ((context.CandidateRules & (1u << i)) == 0)
            {
                continue;
            }

            var keys = context.TenantKeys?[i] ?? rules[i].Keys!;
            foreach (var url in urls)
            {
                var running = keys.Rent();
                running.Begin(new SignedRequest(http, url));
                checks[count++] = new Check(i, rules[i], running, url);
            }
        }

        return checks;
    }

    /// <summary>Every check is finished, whichever holds, so that none carries over to the next request.</summary>
    private Rejection? Complete(WebhookContext context, WebhookBody body)
    {
        Rejection? refused = null;
        var passed = 0u;
        foreach (var check in _checks)
        {
            if (Complete(check, context, body) is { } rejection)
            {
                refused = rejection;
            }
            else
            {
                passed |= 1u << check.Rule;
            }
        }

        var isEnough = _requiresAll ? passed == context.CandidateRules : passed != 0;
        // Nothing to check, as where no configured URL fits the request, is nothing that holds.
        return isEnough && passed != 0 ? null : refused ?? Rejection.InvalidSignature;
    }

    private Rejection? Complete(in Check check, WebhookContext context, WebhookBody body)
    {
        string?[] values = [];
        if (check.Scheme.ReadsBody)
        {
            if (check.Scheme.ReadBodyValues(body.Memory) is not { } taken)
            {
                return Rejection.InvalidSignature;
            }

            values = taken;
        }

        var request = new SignedRequest(_http, check.Url, values);
        if (!check.Running.Matches(request, out var key))
        {
            return Rejection.InvalidSignature;
        }

        if (check.Scheme.SignedTime is { NeedsBody: true } signedAt && signedAt.Check(request, context.ReceivedAt) is { } stale)
        {
            return stale;
        }

        if (context.SecretIndex is null)
        {
            context.SecretIndex = key;
            context.MatchedRule = check.Rule;
            context.Fingerprint = check.Running.Fingerprint;
        }

        return null;
    }

    private readonly record struct Check(int Rule, SignatureRule Scheme, RuleCheck Running, string Url);
}
