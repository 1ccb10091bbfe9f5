using System.Globalization;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification;

/// <summary>Schemes of a user's own: algorithms, encodings, timestamps and signed headers.</summary>
public sealed class SchemeTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Body = """{"a":1}""";
    private const string Signature = "X-Signature";
    private const string Timestamp = "X-Timestamp";
    private const string Id = "X-Id";

    private readonly WebhookHost _host = shared.Fresh;

    private long Now => _host.Time.GetUtcNow().ToUnixTimeSeconds();

    [Fact]
    public async Task Every_algorithm_and_encoding_verifies_its_own_signature()
    {
        await _host.PostAsync("/sha1", Body, (Signature, "sha1=" + Sign.Sha1Hex(Body))).IsAsync(200);
        await _host.PostAsync("/sha384", Body, (Signature, Sign.Sha384Hex(Body))).IsAsync(200);
        await _host.PostAsync("/sha512", Body, (Signature, Sign.Sha512Base64(Body))).IsAsync(200);
        await _host.PostAsync("/base64", Body, (Signature, "v1," + Sign.Sha256Base64(Body))).IsAsync(200);
    }

    [Fact]
    public async Task No_algorithm_or_encoding_verifies_anothers_signature()
    {
        string[] endpoints = ["/sha1", "/sha384", "/sha512", "/base64"];
        string[] signatures =
        [
            Sign.Sha256Hex(Body),
            "sha1=" + Sign.Sha256Hex(Body),
            Sign.Sha1Hex(Body),
            "v1," + Sign.Sha256Hex(Body),
            "v1,",
        ];
        foreach (var endpoint in endpoints)
        {
            foreach (var signature in signatures)
            {
                await _host.PostAsync(endpoint, Body, (Signature, signature)).IsProblemAsync(403, "Invalid signature");
            }
        }
    }

    [Theory]
    [InlineData("/base64", "v1,")]
    [InlineData("/sha512", "")]
    public async Task Base64_has_one_spelling(string endpoint, string prefix)
    {
        var right = prefix.Length > 0 ? Sign.Sha256Base64(Body) : Sign.Sha512Base64(Body);
        string[] others =
        [
            right.TrimEnd('='),
            right + "=",
            right.Replace('+', '-').Replace('/', '_') + "-",
            right.Insert(4, " "),
            "=" + right,
        ];
        foreach (var other in others)
        {
            await _host.PostAsync(endpoint, Body, (Signature, prefix + other)).IsProblemAsync(403, "Invalid signature");
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-299, true)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(-1_700_000_000, false)]
    [InlineData(100_000_000_000, false)]
    public async Task A_timestamp_counts_within_its_tolerance_into_the_past_and_the_future(long offset, bool isAccepted)
    {
        var response = PostTimestampedAsync((Now + offset).ToString(CultureInfo.InvariantCulture));

        await (isAccepted ? response.IsAsync(200) : response.IsProblemAsync(403, "Timestamp outside tolerance"));
    }

    [Fact]
    public async Task A_delivery_grows_old_by_the_hosts_clock()
    {
        await using var host = await WebhookHost.StartAsync();
        var signedAt = host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        host.Time.Advance(TimeSpan.FromSeconds(300));
        await PostTimestampedAsync(signedAt, host).IsAsync(200);

        host.Time.Advance(TimeSpan.FromMilliseconds(1));
        await PostTimestampedAsync(signedAt, host).IsProblemAsync(403, "Timestamp outside tolerance");
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(-1000, true)]
    [InlineData(-1001, false)]
    public async Task A_timestamp_in_milliseconds_counts_to_the_millisecond(long offset, bool isAccepted)
    {
        var timestamp = ((Now * 1000) + offset).ToString(CultureInfo.InvariantCulture);
        var response = _host.PostAsync("/milliseconds", Body, (Timestamp, timestamp), (Signature, Sign.Sha256Hex($"{Body}|{timestamp}")));

        await (isAccepted ? response.IsAsync(200) : response.IsProblemAsync(403, "Timestamp outside tolerance"));
    }

    [Theory]
    [InlineData("+1700000000")]
    [InlineData("-1700000000")]
    [InlineData("1700000000.0")]
    [InlineData("1,700,000,000")]
    [InlineData("1700000000 0")]
    [InlineData("0x6553f100")]
    [InlineData("1.7e9")]
    [InlineData("1700000000000000")]
    [InlineData("99999999999999999999999999")]
    [InlineData("１７００００００００")]
    [InlineData("١٧٠٠٠٠٠٠٠٠")]
    [InlineData("2023-11-14T22:13:20Z")]
    [InlineData("now")]
    public async Task A_malformed_timestamp_is_403_also_when_it_is_signed(string timestamp) =>
        await PostTimestampedAsync(timestamp).IsProblemAsync(403, "Invalid signature");

    [Fact]
    public async Task A_missing_timestamp_or_id_is_400()
    {
        await _host.PostAsync("/timestamped", Body, (Signature, "v0=00")).IsProblemAsync(400, "Missing signature");
        await _host.PostAsync("/identified", Body, (Signature, "00"), (Timestamp, $"{Now}")).IsProblemAsync(400, "Missing signature");
        Assert.Equal(400, (await _host.PostRawAsync("/timestamped", (Signature, "v0=00"), (Timestamp, ""))).Status);
    }

    [Fact]
    public async Task A_repeated_timestamp_or_id_is_403()
    {
        var signature = (Signature, Sign.Sha256Hex($"1.{Now}."));
        var timestamp = (Timestamp, $"{Now}");

        Assert.Equal(200, (await _host.PostRawAsync("/identified", signature, timestamp, (Id, "1"))).Status);
        Assert.Equal(403, (await _host.PostRawAsync("/identified", signature, timestamp, timestamp, (Id, "1"))).Status);
        Assert.Equal(403, (await _host.PostRawAsync("/identified", signature, timestamp, (Id, "1"), (Id, "1"))).Status);
        Assert.Equal(403, (await _host.PostRawAsync("/identified", signature, signature, timestamp, (Id, "1"))).Status);
    }

    [Fact]
    public async Task A_replay_under_another_timestamp_or_id_is_403()
    {
        var signature = (Signature, Sign.Sha256Hex($"1.{Now}.{Body}"));

        await _host
            .PostAsync("/identified", Body, signature, (Timestamp, $"{Now + 1}"), (Id, "1"))
            .IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/identified", Body, signature, (Timestamp, $"{Now}"), (Id, "2")).IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/identified", Body, signature, (Timestamp, $"{Now}"), (Id, "1")).IsAsync(200);
    }

    [Fact]
    public async Task A_signed_text_that_could_be_split_in_two_ways_is_403()
    {
        // "msg.1" + "." + time + "." + body is also "msg" + "." + "1." + time…
        var id = $"msg.{Now}";
        var signature = Sign.Sha256Hex($"{id}.{Now}.{Body}");

        await _host
            .PostAsync("/identified", Body, (Signature, signature), (Timestamp, $"{Now}"), (Id, id))
            .IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_value_behind_the_body_cannot_take_a_part_of_it()
    {
        var signature = (Signature, Sign.Sha256Hex("amount=12.50.m1"));

        await _host.PostAsync("/trailing", "amount=12.50", signature, (Id, "m1")).IsAsync(200);
        await _host.PostAsync("/trailing", "amount=12", signature, (Id, "50.m1")).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_class_is_verified_as_its_base_class_says()
    {
        await _host.PostAsync("/inherited", Body).IsProblemAsync(400, "Missing signature");
    }

    [Fact]
    public async Task A_separator_is_not_found_half_in_the_value_and_half_after_it()
    {
        // "a:" + "::" + "b" is also "a" + "::" + ":b".
        var signature = (Signature, Sign.Sha256Hex("a:::b"));

        await _host.PostAsync("/wide", ":b", signature, (Id, "a")).IsAsync(200);
        await _host.PostAsync("/wide", "b", signature, (Id, "a:")).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_signed_header_is_hashed_as_the_bytes_that_were_sent() =>
        await _host.PostAsync("/wide", Body, (Signature, Sign.Sha256Hex($"grüße::{Body}")), (Id, "grüße")).IsAsync(200);

    private Task<HttpResponseMessage> PostTimestampedAsync(string timestamp, WebhookHost? host = null) =>
        (host ?? _host).PostAsync(
            "/timestamped",
            Body,
            (Timestamp, timestamp),
            (Signature, "v0=" + Sign.Sha256Hex($"v0:{timestamp}:{Body}"))
        );
}
