using System.Collections.Concurrent;
using Hooklatch.Providers.Tests.Harness;

namespace Hooklatch.Providers.Tests.Interop;

/// <summary>What the vendors' own libraries sign is accepted, and nothing that differs from it in a single bit.</summary>
public sealed class VendorSignerTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const int Providers = 4;

    private readonly string _seed = Guid.NewGuid().ToString("N");
    private readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_a_vendor_signs_is_accepted()
    {
        var deliveries = await VendorSigners.SignAsync(_seed, _now, Cancellation);
        Assert.Equal(Providers, deliveries.Select(delivery => delivery.Provider).Distinct().Count());

        var rejected = new List<string>();
        foreach (var delivery in deliveries)
        {
            var answer = await host.SendAsync(delivery);
            if (answer.Status != 200)
            {
                rejected.Add($"{delivery}: {answer.Status}");
            }
        }

        Assert.True(rejected.Count == 0, $"seed {_seed}\n{string.Join('\n', rejected)}");
    }

    /// <summary>Adyen's library takes the same text in other fields as well, which is how a payment of one order becomes that of another.</summary>
    [Fact]
    public async Task Whatever_Adyen_signs_is_accepted_and_its_text_in_other_fields_is_not()
    {
        var deliveries = await VendorSigners.SignAsync(_seed, _now, Cancellation, "adyen.mjs");
        var answers = new List<string>();
        foreach (var delivery in deliveries)
        {
            answers.Add($"{delivery.Note}: {(await host.SendAsync(delivery)).Status}");
        }

        Assert.Equal(
            deliveries.Select(delivery => $"{delivery.Note}: {(delivery.Note.EndsWith("divided", StringComparison.Ordinal) ? 403 : 200)}"),
            answers
        );
        Assert.Contains(deliveries, delivery => delivery.Note == "backslash and colon, divided");
    }

    /// <summary>GitHub signs a form; Gitea, Forgejo and Gogs sign the payload in it, and Mailgun only fields that say nothing.</summary>
    [Fact]
    public async Task Whatever_libraries_accept_as_a_form_is_accepted()
    {
        var deliveries = await VendorSigners.SignAsync(_seed, _now, Cancellation, "forms.mjs");
        var answers = new List<string>();
        foreach (var delivery in deliveries)
        {
            answers.Add($"{delivery}: {(await host.SendAsync(delivery)).Status}");
        }

        Assert.Equal(
            deliveries.Select(delivery =>
                $"{delivery}: {(delivery.Note.StartsWith("signed as GitHub", StringComparison.Ordinal) ? 403 : 200)}"
            ),
            answers
        );
        Assert.Equal(["forgejo", "gitea", "gogs", "mailgun"], deliveries.Select(delivery => delivery.Provider).Distinct().Order());
    }

    [Fact]
    public async Task Nothing_is_accepted_that_differs_in_one_bit()
    {
        var deliveries = await VendorSigners.SignAsync(_seed, _now, Cancellation);
        var accepted = new ConcurrentBag<string>();
        foreach (var delivery in deliveries)
        {
            await host.SendAsync(delivery);
            await Parallel.ForEachAsync(
                BitFlips.Of(delivery),
                Cancellation,
                async (flipped, _) =>
                {
                    var answer = await host.SendAsync(flipped);
                    if (answer.Status is < 400 or >= 500)
                    {
                        accepted.Add($"{flipped}: {answer.Status}");
                    }
                }
            );
        }

        Assert.True(accepted.IsEmpty, $"seed {_seed}\n{string.Join('\n', accepted)}");
    }

    [Fact]
    public async Task The_case_of_a_hexadecimal_letter_does_not_count()
    {
        var deliveries = await VendorSigners.SignAsync(_seed, _now, Cancellation);
        foreach (var delivery in deliveries.Where(delivery => delivery.Provider == "github"))
        {
            const string Prefix = "sha256=";
            var (name, value) = delivery.Headers.Single(header => header.Value.StartsWith(Prefix, StringComparison.Ordinal));
            var upper = delivery with { Headers = [KeyValuePair.Create(name, Prefix + value[Prefix.Length..].ToUpperInvariant())] };
            Assert.Equal(200, (await host.SendAsync(upper)).Status);
        }
    }
}
