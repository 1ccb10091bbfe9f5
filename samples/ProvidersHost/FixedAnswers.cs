using System.Text;
using Hooklatch.Verification.Keys;

namespace Hooklatch.Samples.ProvidersHost;

/// <summary>
/// Answers in place of every provider with <c>Sample:Answers</c>, so that this host asks nobody. Nothing but this host reads that
/// setting: in production <c>AddWebhookKeyFetching()</c> asks the provider itself.
/// </summary>
internal sealed class FixedAnswers(string text) : IKeyFetcher
{
    public ValueTask<FetchedKey> FetchAsync(Uri address, CancellationToken cancellation) =>
        new(FetchedKey.Of(Encoding.UTF8.GetBytes(text)));
}
