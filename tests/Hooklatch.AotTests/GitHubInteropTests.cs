using System.Net;

namespace Hooklatch.AotTests;

/// <summary>Every example payload of GitHub, signed by GitHub's own library, against the published binary.</summary>
public sealed class GitHubInteropTests(PublishedSamples published)
{
    /// <summary>As many as @octokit/webhooks-examples 7.6.1 holds: a file that lost some would otherwise pass unseen.</summary>
    private const int Payloads = 329;

    [Fact]
    public Task Every_signed_payload_is_accepted() => AllAreAnswered(HttpStatusCode.OK, delivery => delivery);

    [Fact]
    public Task Every_payload_with_one_bit_flipped_is_rejected() =>
        AllAreAnswered(HttpStatusCode.Forbidden, delivery => delivery.WithOneBitFlipped());

    [Fact]
    public Task Every_unsigned_payload_is_rejected() =>
        AllAreAnswered(HttpStatusCode.BadRequest, delivery => delivery with { Signature = null });

    private async Task AllAreAnswered(HttpStatusCode expected, Func<GitHubDelivery, GitHubDelivery> alter)
    {
        var deliveries = await OctokitDeliveries.SignedWithAsync(Sample.Secret);
        await using var host = await published.StartAsync(Sample.WithSecret);

        var otherwise = new List<string>();
        foreach (var delivery in deliveries)
        {
            using var answer = await alter(delivery).SendToAsync(host.Client);
            if (answer.StatusCode != expected)
            {
                otherwise.Add($"{delivery.Event}: {(int)answer.StatusCode}");
            }
        }

        Assert.Equal(Payloads, deliveries.Count);
        Assert.Empty(otherwise);
    }
}
