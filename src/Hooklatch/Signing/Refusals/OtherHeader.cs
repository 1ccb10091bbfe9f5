using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Refusals;

/// <summary>Looks for a signature that fits in a header that the scheme does not read: one that was renamed, or is an older one's.</summary>
internal static class OtherHeader
{
    /// <summary>More headers are not looked at.</summary>
    private const int MaxHeaders = 64;

    /// <summary>A name of somebody else's is told only if it looks like one.</summary>
    private const int MaxName = 64;

    /// <summary>The guess; <see langword="null"/> where no header has a signature that fits.</summary>
    /// <param name="scheme">The scheme, whose own header is missing.</param>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="probe">What tries the secrets.</param>
    /// <param name="budget">How much may be computed.</param>
    public static RefusalGuess? Find(
        SignatureScheme scheme,
        ReceivedRequest request,
        ReadOnlyMemory<byte> body,
        SignatureProbe probe,
        GuessBudget budget
    )
    {
        if (scheme.HeaderOfSignature.Length == 0)
        {
            return null;
        }

        var own = HeaderName.At(scheme.FirstHeaderOfSignature, 0);
        foreach (var (name, values) in request.Headers.Take(MaxHeaders))
        {
            if (values is not [{ Length: > 0 } value])
            {
                continue;
            }

            var moved = request.With(own, value);
            var trace = new SignedTextTrace();
            if (scheme.Trace(trace, moved))
            {
                continue;
            }

            var search = new GuessSearch(scheme, probe, budget, SignatureReading.Of(scheme, moved), trace.Parts, body);
            if (search.FitsWhatWasReceived())
            {
                return new(
                    RefusalCause.OtherHeader,
                    $"The signature fits, but stands in {NameOf(name)} in place of {HeaderName.ForPeople(own)}."
                );
            }
        }

        return null;
    }

    private static string NameOf(string name) =>
        name.Length <= MaxName && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? name : "another header";
}
