using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification;

/// <summary>A header that goes by two names stands once, under one of them.</summary>
public sealed class RenamedHeaderTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Body = """{"a":1}""";

    private readonly WebhookHost _host = shared.Fresh;
    private readonly string _right = Sign.Sha256Hex(Body);

    [Theory]
    [InlineData("X-Acme-Signature")]
    [InlineData("Acme-Signature")]
    [InlineData("acme-signature")]
    public async Task Either_name_carries_the_signature(string name)
    {
        await _host.PostAsync("/renamed", Body, (name, _right)).IsAsync(200);
        await _host.PostAsync("/renamed", Body, (name, Sign.Sha256Hex(Body + " "))).IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/renamed", Body, (name, "")).IsProblemAsync(400, "Missing signature");
    }

    [Fact]
    public async Task Neither_name_is_a_missing_signature()
    {
        await _host.PostAsync("/renamed", Body).IsProblemAsync(400, "Missing signature");
        await _host.PostAsync("/renamed", Body, ("X-Acme-Signature|Acme-Signature", _right)).IsProblemAsync(400, "Missing signature");
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Both_names_at_once_are_rejected_whichever_is_right(bool first, bool second)
    {
        var wrong = Sign.Sha256Hex("{}");
        await _host
            .PostAsync("/renamed", Body, ("X-Acme-Signature", first ? _right : wrong), ("Acme-Signature", second ? _right : wrong))
            .IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task One_name_twice_is_rejected()
    {
        Assert.Equal(403, (await _host.PostRawAsync("/renamed", ("Acme-Signature", _right), ("Acme-Signature", _right))).Status);
    }

    [Fact]
    public async Task An_event_and_an_id_have_two_names_as_well()
    {
        await _host.PostAsync("/renamed", Body, ("Acme-Signature", _right), ("X-Acme-Event", "made"), ("X-Acme-Id", "1")).IsAsync(200);
        await _host.PostAsync("/renamed", Body, ("Acme-Signature", _right), ("Acme-Event", "sold"), ("Acme-Id", "2")).IsAsync(200);
        await _host
            .PostAsync(
                "/renamed",
                Body,
                ("Acme-Signature", _right),
                ("Acme-Event", "sold"),
                ("X-Acme-Event", "made"),
                ("Acme-Id", "3"),
                ("X-Acme-Id", "4")
            )
            .IsAsync(200);

        Assert.Equal(
            [("made", "1"), ("sold", "2"), ((string?)null, (string?)null)],
            _host.Deliveries.Handled.Select(delivery => (delivery.Event, delivery.Id))
        );
    }

    /// <summary>The configured secret reads as hexadecimal behind its prefix, and as it is written.</summary>
    [Fact]
    public async Task A_secret_that_is_no_key_of_one_kind_is_one_of_another()
    {
        await _host.PostAsync("/two-readings", Body, ("X-Signature", _right)).IsAsync(200);
        await _host.PostAsync("/two-readings", Body, ("X-Signature", Sign.Sha256Hex("{}"))).IsProblemAsync(403, "Invalid signature");
    }
}
