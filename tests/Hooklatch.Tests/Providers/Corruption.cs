using Hooklatch.Verification.Custom;

namespace Hooklatch.Tests.Providers;

/// <summary>What must hold for a delivery that verifies, whoever signed it: any other byte, and it does not; and nothing ever throws.</summary>
internal static class Corruption
{
    /// <summary>Cuts the body at every byte, and turns one bit of every byte. Nothing may pass, nothing may throw.</summary>
    /// <param name="isCovered">Whether the signature covers the byte of the body; where not, only throwing is a failure.</param>
    public static async Task IsRejectedAsync(VerifierBench bench, BenchRequest request, Func<int, bool>? isCovered = null)
    {
        Assert.Equal(200, await bench.StatusAsync(request));
        for (var i = 0; i < request.Body.Length; i++)
        {
            var cut = await bench.VerifyAsync(request with { Body = request.Body[..i] });
            var flipped = request.Body.ToArray();
            flipped[i] ^= 1;
            var turned = await bench.VerifyAsync(request with { Body = flipped });
            if (isCovered is null || isCovered(i))
            {
                IsRejected(cut, $"cut to {i} bytes");
                IsRejected(turned, $"byte {i} turned");
            }
        }
    }

    /// <summary>Cuts a header at every character, and replaces each. Nothing may pass, nothing may throw.</summary>
    public static async Task OfHeaderIsRejectedAsync(VerifierBench bench, BenchRequest request, string name)
    {
        var value = request.Headers.First(header => header.Name == name).Value;
        for (var i = 0; i < value.Length; i++)
        {
            IsRejected(await bench.VerifyAsync(request.With(name, value[..i])), $"{name} cut to {i}");
            var replaced = value[..i] + (value[i] == '!' ? '?' : '!') + value[(i + 1)..];
            IsRejected(await bench.VerifyAsync(request.With(name, replaced)), $"{name}: character {i} replaced");
        }
    }

    private static void IsRejected(Verdict verdict, string what) =>
        Assert.True(verdict.Rejection is { Status: >= 400 and < 500 }, $"{what}: {verdict.Rejection?.Status.ToString() ?? "verified"}");
}
