using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Duplicates;

/// <summary>
/// Lets each delivery run once. What counts as the same delivery: the same id where the signature covers it, else the same id with the same
/// signature; within one plugin, endpoint, tenant and rule, so that nobody can use up another's ids.
/// </summary>
internal sealed class DuplicateGate(WebhookHandler webhook, DeliveryLedger ledger, TimeProvider time)
{
    /// <summary>How long a copy waits for the one that is running; senders wait for ten seconds or so.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    /// <summary>Claims the delivery for this request.</summary>
    /// <returns>The answer for a copy, or <see langword="null"/> where the delivery is to run.</returns>
    public async ValueTask<WebhookResult?> ClaimAsync(WebhookContext context, HttpContext http)
    {
        if (KeyOf(context, http) is not { } key)
        {
            return null;
        }

        while (true)
        {
            switch (ledger.Claim(key, out var claim, out var status))
            {
                case ClaimOutcome.Claimed:
                    context.Claim = claim;
                    return null;
                case ClaimOutcome.Taken:
                    return WebhookResult.Duplicate(status);
            }

            try
            {
                // If the one that is running fails, this copy runs in its place.
                await claim!.Ended.WaitAsync(LongestWait, time, http.RequestAborted);
            }
            catch (TimeoutException)
            {
                return Rejection.CopyIsRunning;
            }
        }
    }

    private UInt128? KeyOf(WebhookContext context, HttpContext http)
    {
        var isIdentified =
            webhook.DetectsDuplicates
            && context.DeliveryId is not null
            && context.Body is { Length: > 0 }
            && !HttpMethods.IsGet(http.Request.Method)
            && !HttpMethods.IsHead(http.Request.Method);
        if (!isIdentified)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, webhook.Plugin.Key);
        Append(hash, webhook.Endpoint);
        foreach (var (name, value) in http.Request.RouteValues)
        {
            Append(hash, name);
            Append(hash, value as string ?? "");
        }

        Span<byte> numbers = stackalloc byte[sizeof(int) + 16];
        BinaryPrimitives.WriteInt32LittleEndian(numbers, context.MatchedRule);
        var isCovered = webhook.DeliveryIdIsSigned || context.Verdict?.DeliveryId is not null;
        BinaryPrimitives.WriteUInt128LittleEndian(numbers[sizeof(int)..], isCovered ? 0 : context.Fingerprint);
        hash.AppendData(numbers);
        Append(hash, context.DeliveryId!);
        Span<byte> key = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(key);
        return BinaryPrimitives.ReadUInt128LittleEndian(key);
    }

    /// <summary>With its length, so that no two lists of texts give the same bytes.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
