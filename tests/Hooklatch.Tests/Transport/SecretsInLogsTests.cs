namespace Hooklatch.Tests.Transport;

/// <summary>
/// Secrets in every place where a sender or an operator puts one, then a search of everything that was logged (at every level), traced or
/// answered.
/// </summary>
public sealed class SecretsInLogsTests
{
    private const string Canary = "canary-7f3a9c";
    private const string Wrong = "wrong-canary-7f3a9c";
    private const string Body = "{}";
    private static readonly string TooLong = Canary + new string('a', (int)TransportPlugin.SignedLimit);

    /// <summary>One request for each way through the gates.</summary>
    public static TheoryData<string, int> Requests =>
        new()
        {
            { RawRequest.Post(TransportPlugin.Signed, Body, TestSignature.Header(Canary, Body)), 200 },
            { RawRequest.Post(TransportPlugin.Signed, Body, "X-Hub-Signature-256: " + Canary), 403 },
            { RawRequest.Post(TransportPlugin.Signed, Body, "X-Hub-Signature-256: sha256=" + new string('0', 64)), 403 },
            { RawRequest.Post(TransportPlugin.Signed, Canary), 400 },
            { RawRequest.Post(TransportPlugin.Signed, TooLong, TestSignature.Header(Canary, TooLong)), 413 },
            { RawRequest.Post(TransportPlugin.Token + "?token=" + Canary), 200 },
            { RawRequest.Post(TransportPlugin.Token + "?token=" + Wrong), 403 },
            { RawRequest.Post(TransportPlugin.Token + "?token=" + Canary + "&token=" + Canary), 403 },
            { RawRequest.Post(TransportPlugin.Token + "?other=" + Canary), 400 },
            { RawRequest.Get(TransportPlugin.Token + "?token=" + Canary), 405 },
            { RawRequest.Post(TransportPlugin.Token + "/?token=" + Canary), 404 },
            { RawRequest.Post("/?token=" + Canary), 404 },
            { RawRequest.Post(TransportPlugin.Fails, Canary), 500 },
            { RawRequest.Post(TransportPlugin.Raw, Canary, "Content-Encoding: " + Canary), 415 },
            { RawRequest.Post(TransportPlugin.Raw, Canary, "Content-Type: text/plain; charset=" + Canary), 200 },
        };

    [Theory, MemberData(nameof(Requests))]
    public async Task A_secret_shows_up_nowhere(string request, int status)
    {
        using var traces = new CapturedTraces();
        await using var host = await TransportHost.StartAsync(
            (TransportPlugin.SecretSetting, Canary),
            (TransportPlugin.TokenSetting, Canary)
        );

        var answer = await RawHttp.ExchangeAsync(
            host.Http1,
            request.Replace(
                "Host: localhost\r\n",
                $"Host: localhost\r\nAuthorization: Bearer {Canary}\r\nX-Random: {Canary}\r\n",
                StringComparison.Ordinal
            )
        );

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain(Canary, answer.Text, StringComparison.Ordinal);
        Assert.Empty(host.Log.Mentions(Canary));
        Assert.Empty(traces.Mentions(Canary));
    }

    /// <summary>A rule for one provider outranks any rule for a category, as <c>Logging:Console:LogLevel:Default</c> does.</summary>
    [Fact]
    public async Task A_token_in_the_query_shows_up_nowhere_even_where_one_provider_logs_everything()
    {
        await using var host = await TransportHost.StartAsync(("Logging:Captured:LogLevel:Default", "Trace"));

        await RawHttp.ExchangeAsync(host.Http1, RawRequest.Post(TransportPlugin.Token + "?token=" + Canary));

        Assert.Empty(host.Log.Mentions(Canary));
    }

    /// <summary>Kestrel quotes a request line that it cannot read.</summary>
    [Fact]
    public async Task A_token_in_the_query_of_a_malformed_request_shows_up_nowhere()
    {
        await using var host = await TransportHost.StartAsync();

        await RawHttp.ExchangeAsync(host.Http1, RawRequest.Post(TransportPlugin.Token + "?token=" + Canary + "\0"));

        Assert.Empty(host.Log.Mentions(Canary));
    }

    [Fact]
    public async Task A_text_that_is_logged_is_found()
    {
        await using var host = await TransportHost.StartAsync();

        await RawHttp.ExchangeAsync(host.Http1, RawRequest.Post(TransportPlugin.Fails, "", "X-GitHub-Delivery: " + Canary));

        Assert.NotEmpty(host.Log.Mentions(Canary));
    }
}
