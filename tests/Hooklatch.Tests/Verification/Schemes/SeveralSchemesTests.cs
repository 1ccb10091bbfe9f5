using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>Endpoints with several schemes: one of them, all of them, or the one that a header selects.</summary>
public sealed class SeveralSchemesTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Body = """{"a":1}""";
    private const string Keys = WebhookHost.Settings + nameof(GateConfig.Keys);

    private readonly WebhookHost _host = shared.Fresh;
    private readonly (string, string) _one = ("X-One", Sign.Sha256Hex(Body));
    private readonly (string, string) _two = ("X-Two", Sign.Sha512Base64(Body));
    private readonly (string, string) _falseOne = ("X-One", new string('0', 64));
    private readonly (string, string) _falseTwo = ("X-Two", Sign.Sha512Base64("other"));

    [Fact]
    public async Task Of_any_scheme_one_is_enough()
    {
        await PostAsync("/schemes/either", _one).IsAsync(200);
        await PostAsync("/schemes/either", _two).IsAsync(200);
        await PostAsync("/schemes/either", _one, _two).IsAsync(200);
        await PostAsync("/schemes/either", _falseOne, _two).IsAsync(200);
        await PostAsync("/schemes/either", _one, _falseTwo).IsAsync(200);
    }

    [Fact]
    public async Task Of_any_scheme_none_is_not_enough()
    {
        await PostAsync("/schemes/either").IsProblemAsync(400, "Missing signature");
        await PostAsync("/schemes/either", _falseOne).IsProblemAsync(403, "Invalid signature");
        await PostAsync("/schemes/either", _falseOne, _falseTwo).IsProblemAsync(403, "Invalid signature");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_repeated_signature_is_rejected_also_where_another_scheme_holds()
    {
        var one = ("X-One", Sign.Sha256Hex(""));

        Assert.Equal(200, (await _host.PostRawAsync("/schemes/either", one)).Status);
        Assert.Equal(403, (await _host.PostRawAsync("/schemes/either", one, _falseTwo, _falseTwo)).Status);
    }

    [Fact]
    public async Task Of_all_schemes_every_one_must_hold()
    {
        await PostAsync("/schemes/all", _one, _two).IsAsync(200);
        await PostAsync("/schemes/all", _one).IsProblemAsync(400, "Missing signature");
        await PostAsync("/schemes/all", _two).IsProblemAsync(400, "Missing signature");
        await PostAsync("/schemes/all", _one, _falseTwo).IsProblemAsync(403, "Invalid signature");
        await PostAsync("/schemes/all", _falseOne, _two).IsProblemAsync(403, "Invalid signature");
        Assert.Single(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_header_selects_the_scheme_and_no_other_verifies()
    {
        var first = ("X-Signature", Sign.Sha256Hex(Body));
        var second = ("X-Signature", Sign.Sha256Hex("2|" + Body));

        await PostAsync("/schemes/versioned", first, ("X-Version", "1")).IsAsync(200);
        await PostAsync("/schemes/versioned", second, ("X-Version", "2")).IsAsync(200);
        await PostAsync("/schemes/versioned", first, ("X-Version", "2")).IsProblemAsync(403, "Invalid signature");
        await PostAsync("/schemes/versioned", second, ("X-Version", "1")).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task Without_a_header_that_selects_a_scheme_there_is_no_signature()
    {
        var first = ("X-Signature", Sign.Sha256Hex(Body));

        await PostAsync("/schemes/versioned", first).IsProblemAsync(400, "Missing signature");
        await PostAsync("/schemes/versioned", first, ("X-Version", "3")).IsProblemAsync(400, "Missing signature");
        await PostAsync("/schemes/versioned", first, ("X-Version", "1 2")).IsProblemAsync(400, "Missing signature");
        Assert.Equal(
            400,
            (
                await _host.PostRawAsync("/schemes/versioned", ("X-Signature", Sign.Sha256Hex("")), ("X-Version", "1"), ("X-Version", "1"))
            ).Status
        );
    }

    [Fact]
    public async Task A_required_header_has_its_value_exactly_once()
    {
        var signature = ("X-Signature", Sign.Sha256Hex(Body));
        var empty = ("X-Signature", Sign.Sha256Hex(""));

        await PostAsync("/schemes/requiring", signature, ("X-Version", "2")).IsAsync(200);
        await PostAsync("/schemes/requiring", signature).IsProblemAsync(400, "Missing signature");
        await PostAsync("/schemes/requiring", signature, ("X-Version", "1")).IsProblemAsync(403, "Invalid signature");
        await PostAsync("/schemes/requiring", signature, ("X-Version", "2.0")).IsProblemAsync(403, "Invalid signature");
        Assert.Equal(200, (await _host.PostRawAsync("/schemes/requiring", empty, ("X-Version", "2"))).Status);
        Assert.Equal(403, (await _host.PostRawAsync("/schemes/requiring", empty, ("X-Version", "2"), ("X-Version", "2"))).Status);
    }

    [Fact]
    public async Task A_scheme_with_a_secret_of_its_own_takes_no_other()
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Keys, null), (Keys + ":0", "first"), (Keys + ":1", "second")]);

        await host.PostAsync("/schemes/indexed", Body, ("X-One", Sign.Sha256Hex(Body, "first"))).IsAsync(200);
        await host.PostAsync("/schemes/indexed", Body, ("X-Two", Sign.Sha256Hex(Body, "second"))).IsAsync(200);
        await host.PostAsync("/schemes/indexed", Body, ("X-One", Sign.Sha256Hex(Body, "second"))).IsProblemAsync(403, "Invalid signature");
        await host.PostAsync("/schemes/indexed", Body, ("X-Two", Sign.Sha256Hex(Body, "first"))).IsProblemAsync(403, "Invalid signature");
        Assert.Equal([0, 1], host.Deliveries.Handled.Select(delivery => delivery.SecretIndex));
    }

    [Fact]
    public async Task A_scheme_whose_secret_is_missing_verifies_nothing_while_the_others_do()
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Keys, null), (Keys + ":0", "first")]);

        await host.PostAsync("/schemes/indexed", Body, ("X-One", Sign.Sha256Hex(Body, "first"))).IsAsync(200);
        await host.PostAsync("/schemes/indexed", Body, ("X-Two", Sign.Sha256Hex(Body, ""))).IsProblemAsync(403, "Invalid signature");
        await host.PostAsync("/schemes/indexed", Body, ("X-Two", Sign.Sha256Hex(Body, "first"))).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_blank_secret_keeps_its_place_so_that_no_scheme_gets_anothers()
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Keys, null), (Keys + ":0", ""), (Keys + ":1", "second")]);

        await host.PostAsync("/schemes/indexed", Body, ("X-One", Sign.Sha256Hex(Body, "second"))).IsProblemAsync(403, "Invalid signature");
        await host.PostAsync("/schemes/indexed", Body, ("X-Two", Sign.Sha256Hex(Body, "second"))).IsAsync(200);
    }

    private Task<HttpResponseMessage> PostAsync(string endpoint, params (string Name, string Value)[] headers) =>
        _host.PostAsync(endpoint, Body, headers);
}
