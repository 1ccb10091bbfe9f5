using Hooklatch.Signing.Text;
using Hooklatch.Tests.Hosting;
using Hooklatch.Verification;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>Providers that sign the URL: it is what the operator configured, never what a request claims.</summary>
public sealed class SignedUrlTests
{
    private const string Body = """{"a":1}""";
    private const string Endpoint = "/schemes/url";
    private const string Base = "https://hooks.example.com";
    private const string PublicUrl = WebhookHost.Settings + "PublicUrl";
    private const string Exact = WebhookHost.Settings + "PublicUrls:" + Endpoint;

    [Fact]
    public async Task Without_a_public_URL_nothing_is_accepted()
    {
        await using var host = await WebhookHost.StartAsync(settings: (PublicUrl, null));

        await PostAsync(host, $"{host.Client.BaseAddress!.ToString().TrimEnd('/')}{WebhookHost.Prefix}{Endpoint}")
            .IsProblemAsync(500, "Public URL not configured");
        await PostAsync(host, "").IsProblemAsync(500, "Public URL not configured");
        Assert.Empty(host.Deliveries.Handled);
    }

    [Theory]
    [InlineData("Hooklatch:PublicUrl", Base)]
    [InlineData("Hooklatch:PublicUrl", Base + "/")]
    [InlineData(PublicUrl, Base)]
    [InlineData(PublicUrl, Base + "/")]
    public async Task The_URL_of_the_host_or_the_plugin_is_signed_with_the_raw_path_and_query(string setting, string value)
    {
        await using var host = await WebhookHost.StartAsync(settings: [(PublicUrl, null), (setting, value)]);

        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}").IsAsync(200);
        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}?a=%20b&a=c", "?a=%20b&a=c").IsAsync(200);
        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}?a=+b", "?a=%20b").IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}", "?a=b").IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, $"http://hooks.example.com{WebhookHost.Prefix}{Endpoint}").IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_prefix_of_the_public_URL_is_part_of_it()
    {
        await using var host = await WebhookHost.StartAsync(settings: (PublicUrl, Base + "/below"));

        await PostAsync(host, $"{Base}/below{WebhookHost.Prefix}{Endpoint}").IsAsync(200);
        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}").IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task The_plugins_own_URL_stands_in_place_of_the_hosts()
    {
        await using var host = await WebhookHost.StartAsync(settings: [("Hooklatch:PublicUrl", "https://host.example"), (PublicUrl, Base)]);

        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}").IsAsync(200);
        await PostAsync(host, $"https://host.example{WebhookHost.Prefix}{Endpoint}").IsProblemAsync(403, "Invalid signature");
    }

    /// <summary>A tenant whose delivery is signed for its own URL must not be taken for the one whose URL is configured.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(Base)]
    public async Task One_exact_URL_for_an_endpoint_with_parameters_is_rejected_and_reported(string? publicUrl)
    {
        const string OfTenants = "PublicUrls:/schemes/url/{tenant}";
        const string One = "https://proxy.example/tenants/one";
        await using var host = await WebhookHost.StartAsync(
            settings: [(PublicUrl, publicUrl), (WebhookHost.Settings + OfTenants, One), (Exact, One)]
        );

        await PostAsync(host, One, "/one").IsProblemAsync(500, "Public URL not configured");
        await PostAsync(host, One, "/two").IsProblemAsync(500, "Public URL not configured");
        var error = Assert.Single(host.Log.Named("ExactUrlForMany"));
        Assert.Equal(Microsoft.Extensions.Logging.LogLevel.Error, error.Level);
        Assert.StartsWith($"{WebhookHost.Settings}{OfTenants} is one URL for an endpoint that has as many", error.Message);
        Assert.DoesNotContain(One, error.Message);
        Assert.Empty(host.Deliveries.Handled);

        host.Configuration.Change((WebhookHost.Settings + OfTenants, null), (PublicUrl, Base));
        await PostAsync(host, $"{Base}{WebhookHost.Prefix}/schemes/url/two", "/two").IsAsync(200);
    }

    [Fact]
    public async Task An_exact_URL_of_the_endpoint_stands_beside_it_with_the_requests_query()
    {
        await using var host = await WebhookHost.StartAsync(settings: [(PublicUrl, Base), (Exact, "https://old.example/hook")]);

        await PostAsync(host, "https://old.example/hook").IsAsync(200);
        await PostAsync(host, "https://old.example/hook?a=1", "?a=1").IsAsync(200);
        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}").IsAsync(200);
        await PostAsync(host, "https://old.example/hook", "?a=1").IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "https://other.example/hook").IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task An_exact_URL_with_a_query_lets_no_other_query_through()
    {
        await using var host = await WebhookHost.StartAsync(settings: [(PublicUrl, null), (Exact, "https://old.example/hook?key=1")]);

        await PostAsync(host, "https://old.example/hook?key=1").IsAsync(200);
        await PostAsync(host, "https://old.example/hook?key=1", "?key=1").IsAsync(200);
        await PostAsync(host, "https://old.example/hook?key=1", "?key=1&admin=true").IsProblemAsync(403, "Invalid signature");
        // Where no URL fits, none is no URL either: the body could begin with what was signed as one.
        await PostAsync(host, "", "?key=2").IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_URL_that_is_configured_in_two_places_counts_once()
    {
        await using var host = await WebhookHost.StartAsync(
            settings: [(PublicUrl, Base), (Exact, $"{Base}{WebhookHost.Prefix}{Endpoint}")]
        );

        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}").IsAsync(200);
    }

    [Theory]
    [InlineData("https://a.example/b?c=d", "https://a.example/b?c=d")]
    [InlineData("%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B", ":/?@!$'()*,;")]
    [InlineData("%3a%2f%3f%40%21%24%27%28%29%2a%2c%3b", ":/?@!$'()*,;")]
    [InlineData("a%20b%26c%3Dd%23%25", "a%20b%26c%3Dd%23%25")]
    [InlineData("%253A", "%253A")]
    [InlineData("%%3A%", "%:%")]
    [InlineData("%3", "%3")]
    [InlineData("%3A", ":")]
    [InlineData("x%3Ay%3Az", "x:y:z")]
    public void A_decoded_URL_has_some_characters_decoded_once_and_no_others(string url, string decoded) =>
        Assert.Equal(decoded, PartlyDecodedUrl.Of(url));

    [Fact]
    public async Task A_URL_that_is_configured_later_counts_from_the_next_request_on()
    {
        await using var host = await WebhookHost.StartAsync(settings: (PublicUrl, null));
        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}").IsAsync(500);

        host.Configuration.Change((PublicUrl, Base));

        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}").IsAsync(200);
    }

    [Fact]
    public async Task The_method_is_signed()
    {
        await using var host = await WebhookHost.StartAsync(settings: (PublicUrl, Base));
        var signature = ("X-Signature", Sign.Sha256Hex($"POST {Base}{WebhookHost.Prefix}{Endpoint} {Body}"));

        await host.SendAsync(HttpMethod.Post, Endpoint, Body, signature).IsAsync(200);
        await host.SendAsync(HttpMethod.Put, Endpoint, Body, signature).IsProblemAsync(403, "Invalid signature");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("hooks.example.com:444")]
    [InlineData("localhost")]
    public async Task The_host_that_a_request_claims_changes_nothing(string claimed)
    {
        await using var host = await WebhookHost.StartAsync(settings: (PublicUrl, Base));
        (string, string)[] claims = [("Host", claimed), ("X-Forwarded-Host", claimed), ("X-Forwarded-Proto", "http")];

        await PostAsync(host, $"{Base}{WebhookHost.Prefix}{Endpoint}", "", claims).IsAsync(200);
        await PostAsync(host, $"https://{claimed}{WebhookHost.Prefix}{Endpoint}", "", claims).IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, $"http://{claimed}{WebhookHost.Prefix}{Endpoint}", "", claims).IsProblemAsync(403, "Invalid signature");
    }

    private static Task<HttpResponseMessage> PostAsync(
        WebhookHost host,
        string signedUrl,
        string query = "",
        params (string Name, string Value)[] headers
    ) => host.PostAsync(Endpoint + query, Body, [("X-Signature", Sign.Sha256Hex($"POST {signedUrl} {Body}")), .. headers]);
}
