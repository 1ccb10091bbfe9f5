using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>Of two schemes, one that is out for its timestamp, its secret or its URL is out whichever of them it is.</summary>
public sealed class CandidateSchemeTests
{
    private const string Body = """{"a":1}""";
    private const string Keys = WebhookHost.Settings + nameof(GateConfig.Keys);
    private const string PublicUrl = WebhookHost.Settings + "PublicUrl";
    private const long Now = 1_700_000_000;
    private const long Stale = Now - 301;

    [Theory]
    [InlineData("X-One", "X-Two")]
    [InlineData("X-Two", "X-One")]
    public async Task A_stale_timestamp_is_rejected_whichever_scheme_it_is_of(string stale, string other)
    {
        await using var host = await WebhookHost.StartAsync();
        const string Endpoint = "/candidates/any-dated";

        await host.PostAsync(Endpoint, Body, Dated(stale, Now)).IsAsync(200);
        await host.PostAsync(Endpoint, Body, Dated(stale, Stale)).IsProblemAsync(403, "Timestamp outside tolerance");
        await host.PostAsync(Endpoint, Body, Dated(stale, Stale), Dated(other, Stale)).IsProblemAsync(403, "Timestamp outside tolerance");
        await host.PostAsync(Endpoint, Body, Dated(stale, Stale), Dated(other, Now, "forged")).IsProblemAsync(403, "Invalid signature");
        Assert.Single(host.Deliveries.Handled);
        await host.PostAsync(Endpoint, Body, Dated(stale, Stale), Dated(other, Now)).IsAsync(200);
    }

    [Theory]
    [InlineData("X-One", "X-Two")]
    [InlineData("X-Two", "X-One")]
    public async Task Where_all_schemes_must_hold_one_stale_timestamp_is_enough(string stale, string other)
    {
        await using var host = await WebhookHost.StartAsync();
        const string Endpoint = "/candidates/all-dated";

        await host.PostAsync(Endpoint, Body, Dated(stale, Now), Dated(other, Now)).IsAsync(200);
        await host.PostAsync(Endpoint, Body, Dated(stale, Stale), Dated(other, Now)).IsProblemAsync(403, "Timestamp outside tolerance");
        Assert.Single(host.Deliveries.Handled);
    }

    /// <summary>What one scheme has no secret for, the other one must not vouch for.</summary>
    [Theory]
    [InlineData("first", "")]
    [InlineData("", "second")]
    [InlineData("", "")]
    public async Task Where_all_schemes_must_hold_each_needs_its_secret(string first, string second)
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Keys, null), (Keys + ":0", first), (Keys + ":1", second)]);

        await host.PostAsync(
                "/candidates/all-indexed",
                Body,
                ("X-One", Sign.Sha256Hex(Body, first)),
                ("X-Two", Sign.Sha256Hex(Body, second))
            )
            .IsProblemAsync(500, "Webhook secret not configured");
        Assert.Empty(host.Deliveries.Handled);

        host.Configuration.Change((Keys + ":0", "first"), (Keys + ":1", "second"));
        await host.PostAsync(
                "/candidates/all-indexed",
                Body,
                ("X-One", Sign.Sha256Hex(Body, "first")),
                ("X-Two", Sign.Sha256Hex(Body, "second"))
            )
            .IsAsync(200);
    }

    [Theory]
    [InlineData("first", "", "X-One")]
    [InlineData("", "second", "X-Two")]
    public async Task Where_one_scheme_is_enough_so_is_its_secret(string first, string second, string header)
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Keys, null), (Keys + ":0", first), (Keys + ":1", second)]);

        await host.PostAsync("/schemes/indexed", Body, (header, Sign.Sha256Hex(Body, first + second))).IsAsync(200);

        host.Configuration.Change((Keys + ":0", ""), (Keys + ":1", ""));
        await host.PostAsync("/schemes/indexed", Body, (header, Sign.Sha256Hex(Body, "")))
            .IsProblemAsync(500, "Webhook secret not configured");
    }

    [Fact]
    public async Task That_one_scheme_has_no_secret_makes_no_other_one_apply()
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Keys, null), (Keys + ":0", "first")]);
        const string Endpoint = "/candidates/any-versioned";
        var one = ("X-One", Sign.Sha256Hex(Body, "first"));
        var two = ("X-Two", Sign.Sha256Hex(Body, ""));

        await host.PostAsync(Endpoint, Body, one, two, ("X-Version", "1")).IsAsync(200);
        await host.PostAsync(Endpoint, Body, one, two).IsProblemAsync(403, "Invalid signature");
        await host.PostAsync(Endpoint, Body, one, two, ("X-Version", "2")).IsProblemAsync(403, "Invalid signature");
        Assert.Single(host.Deliveries.Handled);
    }

    [Fact]
    public async Task Where_one_scheme_is_enough_the_one_without_a_URL_needs_none()
    {
        await using var host = await WebhookHost.StartAsync(settings: (PublicUrl, null));
        const string Endpoint = "/candidates/any-located";

        await host.PostAsync(Endpoint, Body, One).IsAsync(200);
        await host.PostAsync(Endpoint, Body, One, ("X-Two", Sign.Sha256Hex("|" + Body))).IsAsync(200);
        await host.PostAsync(Endpoint, Body, ("X-Two", Sign.Sha256Hex("|" + Body))).IsProblemAsync(500, "Public URL not configured");
    }

    [Fact]
    public async Task Where_all_schemes_must_hold_the_one_with_a_URL_is_not_left_out_for_want_of_it()
    {
        await using var host = await WebhookHost.StartAsync(settings: (PublicUrl, null));
        const string Endpoint = "/candidates/all-located";

        await host.PostAsync(Endpoint, Body, One, ("X-Two", Sign.Sha256Hex("|" + Body))).IsProblemAsync(500, "Public URL not configured");
        Assert.Empty(host.Deliveries.Handled);

        host.Configuration.Change((PublicUrl, "https://hooks.example"));
        var two = ("X-Two", Sign.Sha256Hex($"https://hooks.example{WebhookHost.Prefix}{Endpoint}|{Body}"));
        await host.PostAsync(Endpoint, Body, One, two).IsAsync(200);
    }

    private static (string, string) One => ("X-One", Sign.Sha256Hex(Body));

    private static (string Name, string Value) Dated(string header, long time, string secret = WebhookHost.Secret) =>
        (header, $"t={time},v1={Sign.Sha256Hex($"{time}.{Body}", secret)}");
}
