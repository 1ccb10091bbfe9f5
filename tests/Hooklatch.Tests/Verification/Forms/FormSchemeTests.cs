using System.Globalization;
using System.Text;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification.Forms;

/// <summary>What a scheme reads of a form before it is verified is read strictly, within bounds, and is what the handler reads.</summary>
public sealed class FormSchemeTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=zz";
    private const string Payload = """{"type":"push","id":"7","text":"é+ &"}""";

    private readonly WebhookHost _host = shared.Fresh;

    private string Seconds => _host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_fields_that_are_signed_reach_the_handler_as_they_were_signed(bool isMultipart)
    {
        // Each with an id of its own, which runs once.
        var id = "reaches" + isMultipart;
        await PostAsync("/forms/fields", isMultipart, Signed(id, "12 €&+%")).IsAsync(200, "12 €&+%|");
        var handled = Assert.Single(_host.Deliveries.Handled);
        Assert.Equal((id, "paid"), (handled.Id, handled.Event));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_unsigned_or_ambiguous_reaches_a_handler(bool isMultipart)
    {
        var valid = Signed("1", "12");
        foreach (var name in (string[])["sig", "ts", "id", "amount"])
        {
            await RejectedAsync([.. valid.Where(field => field.Name != name)]);
            await RejectedAsync([.. valid, (name, valid.First(field => field.Name == name).Value)]);
            await RejectedAsync([(name.ToUpperInvariant(), "1"), .. valid]);
            await RejectedAsync([.. valid, (name, "")]);
            await RejectedAsync([.. valid.Select(field => field.Name == name ? (name.ToUpperInvariant(), field.Value) : field)]);
            await RejectedAsync([.. valid.Select(field => field.Name == name ? (name, field.Value + "1") : field)]);
        }

        await RejectedAsync([]);
        await PostAsync("/forms/fields", isMultipart, [.. valid, .. Enumerable.Range(0, 300).Select(i => ($"f{i}", "1"))]).IsAsync(400);
        Assert.Empty(_host.Deliveries.Handled);

        async Task RejectedAsync((string, string)[] fields) => await PostAsync("/forms/fields", isMultipart, fields).IsAsync(403);
    }

    [Fact]
    public async Task A_file_of_the_name_of_a_signed_field_is_a_second_value()
    {
        var form = Parts(Signed("file", "12"));
        var file = "--zz\r\nContent-Disposition: form-data; name=\"amount\"; filename=\"a\"\r\n\r\n13\r\n";

        await SendAsync("/forms/fields", Multipart, form).IsAsync(200);
        await SendAsync("/forms/fields", Multipart, file + form).IsAsync(403);
    }

    [Fact]
    public async Task A_value_that_could_be_divided_in_two_ways_is_rejected() =>
        await PostAsync("/forms/fields", isMultipart: false, Signed("1.2", "3")).IsAsync(403);

    [Fact]
    public async Task Signed_fields_have_a_mebibyte_together()
    {
        await PostAsync("/forms/two", false, Two(new string('x', 1_000_000))).IsAsync(200);
        await PostAsync("/forms/two", false, Two(new string('x', 1_048_600))).IsAsync(400);

        static (string, string)[] Two(string id) => [("id", id), ("sig", Sign.Sha256Hex("f." + id))];
    }

    [Fact]
    public async Task An_old_time_in_a_field_is_rejected()
    {
        var signed = Signed("1", "12");
        _host.Time.Advance(TimeSpan.FromSeconds(301));

        await PostAsync("/forms/fields", false, signed).IsProblemAsync(403, "Timestamp outside tolerance");
    }

    [Fact]
    public async Task A_question_in_a_form_is_answered_without_a_signature_where_the_scheme_says_so()
    {
        (string, string) kind = ("X-Kind", "test");
        await SendAsync("/forms/named", UrlEncoded, "ping=1", kind).IsAsync(202, "");
        await SendAsync("/forms/named", Multipart, Parts([("ping", "1")]), kind).IsAsync(202, "");
        foreach (var body in (string[])["ping=2", "ping=1&ping=1", "ping=1&PING=1", "ping=", "ping", "", "ping=test"])
        {
            await SendAsync("/forms/named", UrlEncoded, body, kind).IsProblemAsync(400, "Missing signature");
        }

        await SendAsync("/forms/named", UrlEncoded, "ping=1", ("X-Kind", "1")).IsProblemAsync(400, "Missing signature");
        await SendAsync("/forms/named", "application/json", "ping=1", kind).IsProblemAsync(400, "Missing signature");
        await SendAsync("/forms/named", UrlEncoded, "ping=1&x=" + new string('x', 1024), kind).IsProblemAsync(400, "Missing signature");
        await SendAsync("/forms/named", UrlEncoded, "challenge=abc", ("X-Signature", Sign.Sha256Hex("challenge=abc"))).IsAsync(200, "abc");
        await SendAsync("/forms/named", UrlEncoded, "challenge=abc").IsProblemAsync(400, "Missing signature");
        await SendAsync(
                "/forms/named",
                UrlEncoded,
                "challenge=abc&challenge=abc",
                ("X-Signature", Sign.Sha256Hex("challenge=abc&challenge=abc"))
            )
            .IsAsync(400);
        Assert.Empty(_host.Deliveries.Handled);
    }

    /// <summary>Without its event it would reach no handler, and be answered 200.</summary>
    [Fact]
    public async Task A_signed_form_that_cannot_be_read_to_its_end_is_told_why()
    {
        var body = "event=paid&" + string.Join('&', Enumerable.Range(0, 300).Select(i => $"f{i}=1"));

        await SendAsync("/forms/named", UrlEncoded, body, ("X-Signature", Sign.Sha256Hex(body))).IsAsync(400);
        await SendAsync("/forms/named", UrlEncoded, body, ("X-Signature", Sign.Sha256Hex(body + "1"))).IsAsync(400);
        Assert.Empty(_host.Deliveries.Handled);
    }

    /// <summary>The payload of a form is held twice while it is read, before anyone knows who sent it.</summary>
    [Fact]
    public async Task An_unsigned_payload_counts_before_it_is_read()
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Hooklatch:MemoryBudget", "700000"));
        var form = "data=" + new string('x', 65_000);

        await host.PostAsync(
                "/forms/payload/raw",
                form,
                ("Content-Type", UrlEncoded),
                ("X-Nonce", "1"),
                ("X-Signature", new string('0', 64))
            )
            .IsAsync(503);
    }

    [Fact]
    public async Task JSON_or_a_form_is_verified_by_what_its_media_type_says()
    {
        var sig = Sign.Sha256Hex(Seconds + "1");
        var json = $$$"""{"auth":{"ts":"{{{Seconds}}}","id":"1","sig":"{{{sig}}}"}}""";
        (string, string)[] form = [("ts", Seconds), ("id", "1"), ("sig", sig)];

        await SendAsync("/forms/either", UrlEncoded, json).IsAsync(403);
        await SendAsync("/forms/either", "application/json", Encode(form)).IsAsync(403);
        Assert.Empty(_host.Deliveries.Handled);

        await SendAsync("/forms/either", "application/json", json).IsAsync(200, "either");
        await PostAsync("/forms/either", false, form).IsAsync(200, "");
        await PostAsync("/forms/either", true, form).IsAsync(200, "");
        Assert.Single(_host.Deliveries.Handled);
    }

    [Fact]
    public async Task Of_two_schemes_each_verifies_its_own_kind_of_body()
    {
        await PostAsync("/forms/two", false, [("id", "1"), ("sig", Sign.Sha256Hex("f.1"))]).IsAsync(200);
        await PostAsync("/forms/two", false, [("id", "1"), ("sig", Sign.Sha256Hex("j.1"))]).IsAsync(403);
        await SendAsync("/forms/two", "application/json", $$"""{"id":"1","sig":"{{Sign.Sha256Hex("j.1")}}"}""").IsAsync(200);
        await SendAsync("/forms/two", UrlEncoded, $$"""{"id":"1","sig":"{{Sign.Sha256Hex("j.1")}}"}""").IsAsync(403);
    }

    [Fact]
    public async Task A_field_is_signed_by_a_header()
    {
        await SendAsync("/forms/one", UrlEncoded, "data=%7B%7D", ("X-Signature", Sign.Sha256Hex("{}"))).IsAsync(200, "{}");
        await SendAsync("/forms/one", UrlEncoded, "data=%7B%7D&data=1", ("X-Signature", Sign.Sha256Hex("{}"))).IsAsync(403);
        await SendAsync("/forms/one", "application/json", "{}", ("X-Signature", Sign.Sha256Hex("{}"))).IsAsync(403);
    }

    [Theory]
    [InlineData("/forms/payload", "é+ &")]
    [InlineData("/forms/payload/raw", Payload)]
    public async Task The_payload_of_a_form_is_what_is_signed_and_what_the_handler_gets(string endpoint, string answer)
    {
        await SendAsync(endpoint, UrlEncoded, Encode([("data", Payload)]), Of(Payload)).IsAsync(200, answer);
        var handled = Assert.Single(_host.Deliveries.Handled);
        Assert.Equal(("push", "7"), (handled.Event, handled.Id));
        // The same as JSON is a copy.
        await SendAsync(endpoint, "application/json", Payload, Of(Payload)).IsAsync(200, "");
        Assert.Single(_host.Deliveries.Handled);

        foreach (
            var form in (string[])
                ["data=%7B%7D", Encode([("data", Payload), ("x", "1")]), Encode([("data", Payload), ("data", Payload)]), ""]
        )
        {
            await SendAsync(endpoint, UrlEncoded, form, Of(Payload)).IsAsync(403);
        }
    }

    [Fact]
    public async Task A_payload_is_as_long_as_a_body_may_be()
    {
        var payload = "\"" + new string('x', 2_500_000) + "\"";

        Assert.Equal(200, (int)(await SendAsync("/forms/payload/raw", UrlEncoded, Encode([("data", payload)]), Of(payload))).StatusCode);
    }

    [Fact]
    public async Task A_handler_of_fields_gets_the_one_that_is_signed()
    {
        await SendAsync("/forms/payload/field", UrlEncoded, "data=a+b", Of("a b")).IsAsync(200, "a b");
        await SendAsync("/forms/payload/field", UrlEncoded, "data=a+b&other=c", Of("a b")).IsAsync(403);
        // Another field than the signed one is nobody's payload.
        await SendAsync("/forms/payload/other", UrlEncoded, Encode([("data", "{}")]), Of("{}")).IsAsync(400);
        await SendAsync("/forms/payload/other", UrlEncoded, Encode([("data", "{}"), ("other", """{"text":"x"}""")]), Of("{}")).IsAsync(403);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("123")]
    public async Task A_payload_that_an_answer_to_a_handshake_could_have_signed_is_no_delivery(string payload)
    {
        var mac = await (await _host.GetAsync("/forms/payload/oracle?c=" + payload)).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        Assert.Equal(Sign.Sha256Hex(payload), mac);

        await SendAsync("/forms/payload/oracle", UrlEncoded, "data=" + payload, ("X-Signature", mac)).IsAsync(403);
        var escaped = string.Concat(payload.Select(letter => $"%{(int)letter:X2}"));
        await SendAsync("/forms/payload/oracle", UrlEncoded, "data=" + escaped, ("X-Signature", mac)).IsAsync(403);
        await SendAsync("/forms/payload/oracle", UrlEncoded, "data=%7B%7D", ("X-Signature", Sign.Sha256Hex("{}"))).IsAsync(200);
    }

    [Theory]
    [InlineData("kind=a&id=1", 200)]
    [InlineData("kind=a&id=2&id=2", 400)]
    [InlineData("kind=a&kind=b&id=3", 400)]
    [InlineData("Kind=a&kind=b&id=4", 400)]
    public async Task A_signed_form_that_repeats_its_event_or_id_is_rejected(string form, int status)
    {
        await SendAsync("/forms/named", UrlEncoded, form, ("X-Signature", Sign.Sha256Hex(form))).IsAsync(status);
        Assert.Equal(status == 200 ? 1 : 0, _host.Deliveries.Handled.Count);
    }

    [Theory]
    [InlineData("""{"type":"a","action":"b","id":"1","x":1,"x":2}""", 200)]
    [InlineData("""{"type":"a","action":"b","id":"2","id":"2"}""", 400)]
    [InlineData("""{"type":"a","type":"b","id":"3"}""", 400)]
    [InlineData("""{"type":"a","\u0074ype":"b","id":"4"}""", 400)]
    [InlineData("""{"event":{"type":"a"},"event":{"type":"b"},"id":"5"}""", 400)]
    [InlineData("""{"event":{"type":"a","type":"b"},"id":"6"}""", 400)]
    public async Task A_signed_document_that_repeats_its_event_or_id_is_rejected(string json, int status)
    {
        await SendAsync("/forms/named/json", "application/json", json, ("X-Signature", Sign.Sha256Hex(json))).IsAsync(status);
        Assert.Equal(status == 200 ? 1 : 0, _host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task An_action_that_is_repeated_is_rejected()
    {
        const string Json = """{"type":"a","action":"b","action":"c","id":"8"}""";

        await SendAsync("/forms/named/json", "application/json", Json, ("X-Signature", Sign.Sha256Hex(Json))).IsAsync(400);
    }

    private static (string, string)[] Of(string payload) => [("X-Nonce", "n"), ("X-Signature", Sign.Sha256Hex($"n.{payload}.POST"))];

    private (string Name, string Value)[] Signed(string id, string amount) =>
        [("kind", "paid"), ("ts", Seconds), ("id", id), ("amount", amount), ("sig", "v1=" + Sign.Sha256Hex($"{Seconds}.{id}.{amount}"))];

    private static string Encode((string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));

    private static string Parts((string Name, string Value)[] fields) =>
        string.Concat(fields.Select(field => $"--zz\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n"))
        + "--zz--\r\n";

    private Task<HttpResponseMessage> PostAsync(string endpoint, bool isMultipart, (string, string)[] fields) =>
        isMultipart ? SendAsync(endpoint, Multipart, Parts(fields)) : SendAsync(endpoint, UrlEncoded, Encode(fields));

    private Task<HttpResponseMessage> SendAsync(string endpoint, string contentType, string body, params (string, string)[] headers) =>
        _host.PostAsync(endpoint, body, [("Content-Type", contentType), .. headers]);
}
