using System.Globalization;
using System.Net;
using System.Text;
using Hooklatch.Signing.Refusals;
using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Verification.Refusals;

/// <summary>When refusals are explained, and to whom.</summary>
public sealed class RefusalReportTests
{
    private const string Body = """{"a":1}""";
    private const string GitHub = "X-Hub-Signature-256";
    private const string Setting = "Hooklatch:ExplainRefusals:tests.runtime/github";

    private static readonly (string, string) Forged = (GitHub, Sign.GitHub(Body, "another"));

    [Fact]
    public async Task In_development_the_log_and_the_answer_explain()
    {
        await using var host = await WebhookHost.StartAsync(environment: "Development");

        var problem = await (await host.PostAsync("/github", Body, Forged)).IsProblemAsync(403, "Invalid signature");

        var line = Assert.Single(host.Log.Named("RefusalExplained"));
        Assert.Equal(("tests.runtime", "/github"), (line.Fields["Plugin"], line.Fields["Endpoint"]));
        Assert.Contains("most likely the sender signs with another secret", line.Message, StringComparison.Ordinal);
        Assert.Contains($"signed: body, 7 bytes, SHA-256 {Sign.DigestHex(Body)}", line.Message, StringComparison.Ordinal);
        Assert.Equal("Secret", (string?)problem["explanation"]!["guesses"]![0]!["cause"]);
        Assert.Equal("HMAC-SHA256 in X-Hub-Signature-256", (string?)problem["explanation"]!["scheme"]);
    }

    [Fact]
    public async Task In_production_nothing_explains()
    {
        await using var host = await WebhookHost.StartAsync();

        var problem = await (await host.PostAsync("/github", Body, Forged)).IsProblemAsync(403, "Invalid signature");

        Assert.Null(problem["explanation"]);
        Assert.Empty(host.Log.Named("RefusalExplained"));
    }

    [Fact]
    public async Task A_setting_explains_one_endpoint_in_the_log_alone_until_a_time()
    {
        await using var host = await WebhookHost.StartAsync();
        var until = host.Time.GetUtcNow().AddMinutes(10);

        host.Configuration.Change([(Setting, until.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))]);
        var problem = await (await host.PostAsync("/github", Body, Forged)).IsProblemAsync(403, "Invalid signature");
        await host.PostAsync("/github/json", Body, Forged).IsAsync(403);

        Assert.Null(problem["explanation"]);
        Assert.Equal("/github", Assert.Single(host.Log.Named("RefusalExplained")).Fields["Endpoint"]);

        host.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await host.PostAsync("/github", Body, Forged).IsAsync(403);
        Assert.Equal(2, host.Log.Named("RefusalExplained").Count());

        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.PostAsync("/github", Body, Forged).IsAsync(403);
        Assert.Equal(2, host.Log.Named("RefusalExplained").Count());
    }

    [Fact]
    public async Task A_setting_that_is_removed_or_cannot_be_read_explains_nothing()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Setting, "2100-01-01T00:00:00Z"));
        await host.PostAsync("/github", Body, Forged).IsAsync(403);
        Assert.Single(host.Log.Named("RefusalExplained"));

        foreach (var value in new[] { null, "tomorrow", "true", "2100-01-01" })
        {
            host.Configuration.Change([(Setting, value)]);
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await host.PostAsync("/github", Body, Forged).IsAsync(403);
        }

        Assert.Single(host.Log.Named("RefusalExplained"));
    }

    [Fact]
    public async Task Code_can_set_it()
    {
        await using var host = await WebhookHost.StartAsync(builder =>
            builder.Services.PostConfigure<HooklatchOptions>(options =>
                options.ExplainRefusals = new Dictionary<string, DateTimeOffset> { ["Tests.Runtime/github"] = DateTimeOffset.MaxValue }
            )
        );

        await host.PostAsync("/github", Body, Forged).IsAsync(403);

        Assert.Single(host.Log.Named("RefusalExplained"));
    }

    [Fact]
    public async Task A_host_does_not_start_with_a_time_that_cannot_be_read()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => WebhookHost.StartAsync(settings: (Setting, "tomorrow")));

        Assert.Contains("Hooklatch:ExplainRefusals must be a date and time", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("tomorrow", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_there_is_not_is_reported()
    {
        await using var host = await WebhookHost.StartAsync(
            settings: ("Hooklatch:ExplainRefusals:tests.runtime/gitub", "2100-01-01T00:00:00Z")
        );

        Assert.Contains(
            "tests.runtime/gitub (did you mean tests.runtime/github?)",
            (await host.Log.FirstAsync("UnknownKeys")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_refusal_within_a_second_is_explained_for_each_endpoint()
    {
        await using var host = await WebhookHost.StartAsync(environment: "Development");
        for (var i = 0; i < 20; i++)
        {
            await host.PostAsync("/github", Body, Forged).IsAsync(403);
            await host.PostAsync("/github/json", Body, Forged).IsAsync(403);
        }

        Assert.Equal(2, host.Log.Named("RefusalExplained").Count());
        var problem = await (await host.PostAsync("/github", Body, Forged)).IsProblemAsync(403, "Invalid signature");
        Assert.Null(problem["explanation"]);

        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.PostAsync("/github", Body, Forged).IsAsync(403);
        Assert.Equal(3, host.Log.Named("RefusalExplained").Count());
    }

    [Theory]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("forwarded", "")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Anything", "1")]
    public async Task Whoever_comes_through_a_proxy_is_told_nothing(string header, string value)
    {
        await using var host = await WebhookHost.StartAsync(environment: "Development");

        var problem = await (await host.PostAsync("/github", Body, Forged, (header, value))).IsProblemAsync(403, "Invalid signature");

        Assert.Null(problem["explanation"]);
        Assert.Single(host.Log.Named("RefusalExplained"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    public async Task Nor_where_the_middleware_of_the_framework_takes_the_headers_off(string header, string value)
    {
        await using var host = await WebhookHost.StartAsync(
            use: app => app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All }),
            environment: "Development"
        );

        var problem = await (await host.PostAsync("/github", Body, Forged, (header, value))).IsProblemAsync(403, "Invalid signature");

        Assert.Null(problem["explanation"]);
    }

    [Fact]
    public async Task Whoever_is_not_at_the_machine_is_told_nothing()
    {
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new StrangeConnection())),
            environment: "Development"
        );

        var problem = await (await host.PostAsync("/github", Body, Forged)).IsProblemAsync(403, "Invalid signature");

        Assert.Null(problem["explanation"]);
        Assert.Single(host.Log.Named("RefusalExplained"));
    }

    /// <summary>Everything that is logged and answered, for signatures that are nearly right, holds neither a secret nor what would be right.</summary>
    [Fact]
    public async Task Nothing_secret_is_written()
    {
        const string Key = "00112233445566778899aabbccddeeff";
        await using var host = await WebhookHost.StartAsync(environment: "Development");
        var seen = new StringBuilder();
        foreach (
            var (endpoint, headers) in new (string, (string, string)[])[]
            {
                ("/github", [(GitHub, Sign.GitHub("other"))]),
                ("/github", [(GitHub, "sha256=" + Sign.Sha256Hex(Body + "\n"))]),
                ("/github", [(GitHub, "sha256=" + Sign.Sha1Hex(Body))]),
                ("/schemes/digest", [("X-Signature", Sign.DigestHex("other"))]),
                ("/schemes/hex-key", [("X-Signature", Sign.Sha256Hex("other"))]),
                ("/token/header", [("X-Token", WebhookHost.Token + "x")]),
                ("/token/bearer", [("Authorization", WebhookHost.Token + "y")]),
                ("/token/query?token=nearly-a-token", []),
            }
        )
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            var response = await host.PostAsync(endpoint, Body, headers);
            seen.Append(await response.TextAsync());
        }

        Assert.Equal(8, host.Log.Named("RefusalExplained").Count());
        seen.AppendJoin('\n', host.Log.Own.Select(entry => entry.Everything));
        var everything = seen.ToString();
        Assert.Contains("explanation", everything, StringComparison.Ordinal);
        string[] secrets =
        [
            WebhookHost.Secret,
            "It\\u0027s a Secret",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(WebhookHost.Secret)),
            Convert.ToHexStringLower(Encoding.UTF8.GetBytes(WebhookHost.Secret)),
            Sign.DigestHex(WebhookHost.Secret),
            WebhookHost.Token,
            "nearly-a-token",
            Sign.DigestHex(WebhookHost.Token),
            Key,
            Sign.Sha256Hex(Body),
            Sign.Sha256Base64(Body),
            Sign.DigestHex($"{Body}.{WebhookHost.Secret}"),
            Sign.Sha256Hex(Body, Convert.FromHexString(Key)),
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_part_that_holds_a_secret_shows_neither_length_nor_hash()
    {
        await using var host = await WebhookHost.StartAsync(environment: "Development");

        await host.PostAsync("/schemes/digest", Body, ("X-Signature", Sign.DigestHex("other"))).IsAsync(403);
        await host.PostAsync("/schemes/url?api-key=1234", Body, ("X-Signature", Sign.DigestHex("other"))).IsAsync(403);

        var explanations = host.Log.Named("RefusalExplained").Select(line => (RefusalExplanation)line.Fields["Explanation"]!).ToArray();
        Assert.Equal(new SignedPart("secret", null, null), explanations[0].SignedText[^1]);
        Assert.Equal(new SignedPart("URL", null, null), explanations[1].SignedText.Single(part => part.Name == "URL"));
        Assert.Contains("secret, not shown", explanations[0].ToString(), StringComparison.Ordinal);
    }

    /// <summary>What is not verified is judged no differently for being explained.</summary>
    [Fact]
    public async Task A_delivery_that_verifies_is_not_explained()
    {
        await using var host = await WebhookHost.StartAsync(environment: "Development");

        await host.PostSignedAsync(Body).IsAsync(200);
        await host.PostAsync("/json/typed", "no json", (GitHub, Sign.GitHub("no json"))).IsAsync(400);

        Assert.Empty(host.Log.Named("RefusalExplained"));
    }

    /// <summary>As from another machine, before anything else sees the connection.</summary>
    private sealed class StrangeConnection : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (http, following) =>
                    {
                        http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.1");
                        return following(http);
                    }
                );
                next(app);
            };
    }
}
