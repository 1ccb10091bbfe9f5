using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>Signatures that are fields of a header, such as <c>t=1700000000,v1=5257a8…</c>, or numbered headers.</summary>
public sealed class StructuredHeaderTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Body = """{"a":1}""";
    private const string Signature = "X-Signature";

    private readonly WebhookHost _host = shared.Fresh;
    private readonly string _right = Sign.Sha256Hex($"1700000000.{Body}");
    private readonly string _wrong = new('0', 64);

    [Fact]
    public async Task A_signature_may_stand_at_any_place_of_its_field()
    {
        foreach (var header in new[] { $"t=1700000000,v1={_right}", $"v1={_right},t=1700000000", $" t=1700000000 , v1={_right} " })
        {
            await PostAsync(header).IsAsync(200);
        }
    }

    [Fact]
    public async Task Fields_that_the_scheme_does_not_name_are_ignored()
    {
        await PostAsync($"t=1700000000,v0={_wrong},v1={_right},v10={_wrong},note,=,x=1").IsAsync(200);
        await PostAsync($"t=1700000000,v0={_right}").IsProblemAsync(403, "Invalid signature");
        await PostAsync($"t=1700000000,V1={_right}").IsProblemAsync(403, "Invalid signature");
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(16, 200)]
    [InlineData(17, 403)]
    [InlineData(400, 403)]
    public async Task A_signature_field_repeats_at_most_sixteen_times(int count, int status)
    {
        var fields = Enumerable.Repeat($"v1={_wrong}", count - 1).Append($"v1={_right}");

        await PostAsync($"t=1700000000,{string.Join(',', fields)}").IsAsync(status);
    }

    [Fact]
    public async Task A_signature_that_is_sent_twice_holds_as_well() =>
        await PostAsync($"t=1700000000,v1={_right},v1={_right}").IsAsync(200);

    [Fact]
    public async Task Of_several_signature_fields_none_of_which_holds_none_counts() =>
        await PostAsync($"t=1700000000,v1={_wrong},v1={_wrong}").IsProblemAsync(403, "Invalid signature");

    [Fact]
    public async Task A_repeated_timestamp_is_rejected_whichever_of_the_two_is_signed()
    {
        await PostAsync($"t=1700000000,t=1700000001,v1={_right}").IsProblemAsync(403, "Invalid signature");
        await PostAsync($"t=1,t=1700000000,v1={_right}").IsProblemAsync(403, "Invalid signature");
        await PostAsync($"t=1700000000,t=1700000000,v1={_right}").IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_header_without_a_timestamp_or_a_signature_is_403()
    {
        await PostAsync($"v1={_right}").IsProblemAsync(403, "Invalid signature");
        await PostAsync("t=1700000000").IsProblemAsync(403, "Invalid signature");
        await PostAsync($"t=,v1={_right}").IsProblemAsync(403, "Invalid signature");
        await PostAsync("t=1700000000,v1=").IsProblemAsync(403, "Invalid signature");
        await PostAsync("t = 1700000000,v1=00").IsProblemAsync(403, "Invalid signature");
        await PostAsync(",,,=,=,").IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/schemes/fields", Body).IsProblemAsync(400, "Missing signature");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_field_cannot_be_refreshed_without_its_signature()
    {
        await PostAsync($"t=1700000001,v1={_right}").IsProblemAsync(403, "Invalid signature");
        await PostAsync($"t=1699999699,v1={_right}").IsProblemAsync(403, "Timestamp outside tolerance");
        await PostAsync($"t=1700000301,v1={_right}").IsProblemAsync(403, "Timestamp outside tolerance");
    }

    [Fact]
    public async Task The_header_itself_is_not_repeated()
    {
        var signature = Sign.Sha256Hex("1700000000.");

        Assert.Equal(200, (await _host.PostRawAsync("/schemes/fields", (Signature, $"t=1700000000,v1={signature}"))).Status);
        Assert.Equal(
            403,
            (await _host.PostRawAsync("/schemes/fields", (Signature, "t=1700000000"), (Signature, $"v1={signature}"))).Status
        );
    }

    [Fact]
    public async Task Separators_are_those_of_the_scheme()
    {
        var signature = Sign.Sha256Hex(Body);

        await _host.PostAsync("/schemes/semicolons", Body, (Signature, $"ts:1; h1:{signature}")).IsAsync(200);
        await _host.PostAsync("/schemes/semicolons", Body, (Signature, $"ts:1,h1:{signature}")).IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/schemes/semicolons", Body, (Signature, $"ts=1;h1={signature}")).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task One_of_several_numbered_headers_is_enough()
    {
        var right = Sign.Sha256Hex(Body);

        await PostNumberedAsync(("X-Signature-1", right)).IsAsync(200);
        await PostNumberedAsync(("X-Signature-1", _wrong), ("X-Signature-2", "?"), ("X-Signature-3", right)).IsAsync(200);
        await PostNumberedAsync(("X-Signature-1", _wrong), ("X-Signature-2", _wrong)).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task Numbered_headers_count_from_one_without_a_gap()
    {
        var right = Sign.Sha256Hex(Body);

        await PostNumberedAsync(("X-Signature-2", right)).IsProblemAsync(400, "Missing signature");
        await PostNumberedAsync(("X-Signature-0", right)).IsProblemAsync(400, "Missing signature");
        await PostNumberedAsync(("X-Signature-", right)).IsProblemAsync(400, "Missing signature");
        await PostNumberedAsync(("X-Signature-1", _wrong), ("X-Signature-3", right)).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_numbered_header_is_not_repeated()
    {
        var right = Sign.Sha256Hex("");

        Assert.Equal(200, (await _host.PostRawAsync("/schemes/numbered", ("X-Signature-1", right))).Status);
        Assert.Equal(403, (await _host.PostRawAsync("/schemes/numbered", ("X-Signature-1", right), ("X-Signature-1", right))).Status);
        Assert.Equal(
            403,
            (
                await _host.PostRawAsync(
                    "/schemes/numbered",
                    ("X-Signature-1", right),
                    ("X-Signature-2", _wrong),
                    ("X-Signature-2", _wrong)
                )
            ).Status
        );
        (string, string)[] third =
        [
            ("X-Signature-1", right),
            ("X-Signature-2", _wrong),
            ("X-Signature-3", _wrong),
            ("X-Signature-3", _wrong),
        ];
        Assert.Equal(403, (await _host.PostRawAsync("/schemes/numbered", third)).Status);
    }

    private Task<HttpResponseMessage> PostAsync(string header) => _host.PostAsync("/schemes/fields", Body, (Signature, header));

    private Task<HttpResponseMessage> PostNumberedAsync(params (string Name, string Value)[] headers) =>
        _host.PostAsync("/schemes/numbered", Body, headers);
}
