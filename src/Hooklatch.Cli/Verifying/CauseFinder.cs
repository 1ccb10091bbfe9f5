using System.Text;
using System.Text.Json;
using Hooklatch.Http;
using Hooklatch.Signing.Refusals;

namespace Hooklatch.Cli.Verifying;

/// <summary>Finds why a request is not verified: by its explanation, by other writings of it, by the secrets of other environments.</summary>
/// <param name="options">What it was verified by.</param>
/// <param name="verifier">What verified it.</param>
internal sealed class CauseFinder(VerifyOptions options, OfflineVerifier verifier)
{
    /// <summary>How often a request is verified anew where code verifies and says no more than that it fails.</summary>
    private const int MaxTries = 32;

    /// <summary>The causes, the best first; at least one.</summary>
    public async Task<IReadOnlyList<Cause>> FindAsync(CapturedRequest request, OfflineVerdict verdict)
    {
        if (await OtherSecretAsync(request) is { } other)
        {
            return [other];
        }

        var guesses = verdict.Explanation?.Guesses ?? [];
        if (guesses is [{ Cause: RefusalCause.Unknown }] or [])
        {
            return [await OtherWritingAsync(request) ?? Plain(verdict)];
        }

        if (guesses[0].Cause is RefusalCause.Secret && await OwnUrlAsync(request) is { } url)
        {
            return [url];
        }

        return [.. guesses.Select(guess => new Cause(NameOf(guess.Cause), guess.Text + Hint(guess.Cause, request)))];
    }

    private static string NameOf(RefusalCause cause) => JsonNamingPolicy.CamelCase.ConvertName(cause.ToString());

    /// <summary>A secret that is another environment's: its deliveries came to the wrong place.</summary>
    private async Task<Cause?> OtherSecretAsync(CapturedRequest request)
    {
        foreach (var (name, secret) in options.Others)
        {
            if ((await verifier.VerifyAsync(request, [secret])).IsVerified)
            {
                return new Cause(
                    "otherEnvironment",
                    $"The signature was made with the secret '{name}': the delivery is one of that environment, or the endpoint is configured with the secret of another."
                );
            }
        }

        return null;
    }

    /// <summary>The URL that the request itself names, where the person gave another one.</summary>
    private async Task<Cause?> OwnUrlAsync(CapturedRequest request)
    {
        var own = request.GuessUrl();
        return
            options.Url is not null
            && options.Url != own
            && (await new OfflineVerifier(options with { Url = own }).VerifyAsync(request, options.Secrets)).IsVerified
            ? new Cause(
                "url",
                $"The signature fits the URL {LogText.Safe(own)}, which the request names: PublicUrl has to be exactly what is registered at the provider."
            )
            : null;
    }

    /// <summary>Verifies other writings of the body and the URL, for presets whose code says no more than that they fail.</summary>
    private async Task<Cause?> OtherWritingAsync(CapturedRequest request)
    {
        var tries = 0;
        foreach (var writing in request.Body.Length > GuessBudget.MaxRewritten ? [] : BodyWriting.Of(request.Body))
        {
            if (tries++ < MaxTries && (await verifier.VerifyAsync(request with { Body = writing.Bytes }, options.Secrets)).IsVerified)
            {
                return new Cause(NameOf(writing.Cause), writing.Text);
            }
        }

        foreach (var (url, what) in UrlWriting.Of(options.Url ?? request.GuessUrl()))
        {
            var other = new OfflineVerifier(options with { Url = url });
            if (
                url.Contains("://", StringComparison.Ordinal)
                && tries++ < MaxTries
                && (await other.VerifyAsync(request, options.Secrets)).IsVerified
            )
            {
                return new Cause(
                    "url",
                    $"The signature fits if the URL is signed {what}: PublicUrl has to be exactly what is registered at the provider."
                );
            }
        }

        return await OwnUrlAsync(request);
    }

    private static Cause Plain(OfflineVerdict verdict) =>
        verdict.Rejection switch
        {
            { } rejected when rejected == Rejection.TimestampOutsideTolerance => new(
                "clock",
                "The signed time is too old or too far in the future: give the time of receipt with --now, or compare the clocks of both sides."
            ),
            { } rejected when rejected == Rejection.SecretNotConfigured => new(
                "noSecret",
                $"{verdict.Missing ?? "A key"} is missing or cannot be read: give it with --secret, --secret-file or --setting."
            ),
            { Status: 400 } => new("missing", "Something on which the verification rests is missing or empty."),
            _ => new(
                "secret",
                "The signature fits in none of the ways that were tried: most likely the sender signs with another secret, or other bytes than arrived."
            ),
        };

    /// <summary>What the body says of the environment that it comes from.</summary>
    private static string Hint(RefusalCause cause, CapturedRequest request)
    {
        if (cause is not RefusalCause.Secret || request.Body.Length > GuessBudget.MaxRewritten)
        {
            return "";
        }

        var text = Encoding.UTF8.GetString(request.Body.Span).Replace(" ", "", StringComparison.Ordinal);
        return text.Contains("\"livemode\":false", StringComparison.OrdinalIgnoreCase)
                ? " The body says livemode false: is it the secret of the test environment that is tried?"
            : text.Contains("\"livemode\":true", StringComparison.OrdinalIgnoreCase)
                ? " The body says livemode true: is it the secret of the live environment that is tried?"
            : "";
    }
}
