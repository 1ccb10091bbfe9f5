using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Providers;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Providers;

/// <summary>Verifiers in code within the pipeline, and the providers beside them whose signature stands in the body.</summary>
public sealed class CodeVerifiedHttpTests(CodeVerifiedHttpTests.KeyedHost shared) : IClassFixture<CodeVerifiedHttpTests.KeyedHost>
{
    private const string Key = "a key";
    private readonly WebhookHost _host = shared.AtNow();

    [Fact]
    public async Task Headers_are_checked_before_the_body_is_looked_at() =>
        await _host.PostAsync("/twilio", "{}", ("Content-Encoding", "gzip")).IsProblemAsync(400, "Missing signature");

    [Fact]
    public async Task WeComs_handshake_is_answered_with_what_it_decrypts_to()
    {
        const string Query =
            "?msg_signature=5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3&timestamp=1409659589&nonce=263014780&echostr=P9nAzCzyDtyTWESHep1vC5X9xho%2FqYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp%2B4RPcs8TgAE7OaBO%2BFZXvnaqQ%3D%3D";

        _host.Time.AdjustTime(DateTimeOffset.FromUnixTimeSeconds(1_409_659_589));
        var answer = await _host.GetAsync("/wecom" + Query);
        Assert.Equal((200, "text/plain"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("1616140317555161061", await answer.TextAsync());
        await _host.GetAsync("/wecom" + Query.Replace("5c45", "5c46")).IsProblemAsync(403, "Invalid signature");
        await _host.GetAsync("/wecom").IsAsync(405);
    }

    [Fact]
    public async Task A_handler_gets_what_was_encrypted()
    {
        var vector = CodeVector.Of("wecom")[0];

        At(vector);
        await PostAsync("/wecom" + vector.Request.Query, vector.Body, "text/xml").IsAsync(200, "text");
    }

    [Fact]
    public async Task DingTalk_hears_an_encrypted_success()
    {
        var cipherText = CallbackCipher.Encrypt(CallbackCipher.ReadKey(KeyedHost.AesKey)!, """{"EventType":"x"}"""u8, KeyedHost.Receiver);
        var signature = Convert.ToHexStringLower(CallbackCipher.Sign(KeyedHost.Token, "1700000000000", "n", cipherText));
        var answer = await _host.PostAsync(
            $"/dingtalk?signature={signature}&timestamp=1700000000000&nonce=n",
            $$"""{"encrypt":"{{cipherText}}"}"""
        );

        Assert.Equal((200, "application/json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("\"encrypt\"", await answer.TextAsync());
    }

    [Fact]
    public async Task Adyen_hears_that_its_notification_was_accepted()
    {
        var vector = CodeVector.Of("adyen")[0];

        await _host.PostAsync("/adyen", vector.Body).IsAsync(200, "[accepted]");
        await _host.PostAsync("/adyen", vector.Body.Replace("1000", "9000")).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task Alipay_hears_success()
    {
        var vector = CodeVector.Of("alipay")[0];

        At(vector);
        await PostAsync("/alipay", vector.Body, "application/x-www-form-urlencoded").IsAsync(200, "success");
    }

    [Fact]
    public async Task SNS_sends_JSON_as_text()
    {
        var vector = CodeVector.Of("aws-sns")[0];

        At(vector);
        await PostAsync("/aws-sns", vector.Body, "text/plain").IsAsync(200);
        await PostAsync("/aws-sns", vector.Body.Replace("Hello", "hello"), "text/plain").IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task Feishus_handshake_is_answered() =>
        await _host
            .PostAsync("/feishu", """{"challenge":"c","token":"a token of Feishu","type":"url_verification"}""")
            .IsAsync(200, """{"challenge":"c"}""");

    [Fact]
    public async Task A_card_of_Feishu_verifies()
    {
        const string Body = """{"action":{}}""";
#pragma warning disable CA5350 // The scheme under test.
        var signature = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"1700000000n{Key}{Body}")));
#pragma warning restore CA5350
        Task<HttpResponseMessage> Post(string body) =>
            _host.PostAsync(
                "/feishu-card",
                body,
                ("X-Lark-Request-Timestamp", "1700000000"),
                ("X-Lark-Request-Nonce", "n"),
                ("X-Lark-Signature", signature)
            );

        await Post(Body).IsAsync(200);
        await Post(Body + " ").IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task Mailgun_signs_timestamp_and_token()
    {
        await _host.PostAsync("/mailgun", Mailgun("1700000000", "t-1")).IsAsync(200);
        await _host.PostAsync("/mailgun", Mailgun("1700000000", "t-2", signed: "1700000000t-1")).IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/mailgun", Mailgun("1699999600", "t-1")).IsProblemAsync(403, "Timestamp outside tolerance");
        await _host.PostAsync("/mailgun", "{}").IsAsync(403);
        await _host.PostAsync("/mailgun", Mailgun("1700000000", "t-1").Replace("\"token\"", "\"token\":\"x\",\"token\"")).IsAsync(403);
    }

    [Theory]
    [InlineData("/cloudinary")]
    [InlineData("/cloudinary-sha256")]
    public async Task Cloudinary_hashes_body_time_and_secret(string endpoint)
    {
        const string Body = """{"notification_type":"upload"}""";
        var text = Encoding.UTF8.GetBytes($"{Body}1700000000{Key}");
#pragma warning disable CA5350 // The scheme under test.
        var signature = Convert.ToHexStringLower(endpoint == "/cloudinary" ? SHA1.HashData(text) : SHA256.HashData(text));
#pragma warning restore CA5350
        Task<HttpResponseMessage> Post(string body, string at) =>
            _host.PostAsync(endpoint, body, ("X-Cld-Signature", signature), ("X-Cld-Timestamp", at));

        await Post(Body, "1700000000").IsAsync(200);
        await Post(Body + " ", "1700000000").IsProblemAsync(403, "Invalid signature");
        await Post(Body, "1700000001").IsProblemAsync(403, "Invalid signature");
        await Post(Body, "1699992799").IsProblemAsync(403, "Timestamp outside tolerance");
    }

    /// <summary>Turns the clock to when the delivery is received.</summary>
    private void At(CodeVector vector) => _host.Time.AdjustTime(vector.Now!.Value);

    private Task<HttpResponseMessage> PostAsync(string endpoint, string body, string type)
    {
        var request = Requests.Create(HttpMethod.Post, WebhookHost.Prefix + endpoint, Encoding.UTF8.GetBytes(body));
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue(type, "utf-8");
        return _host.SendAsync(request);
    }

    private static string Mailgun(string at, string token, string? signed = null)
    {
        var signature = Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(signed ?? at + token))
        );
        return $$$"""{"signature":{"timestamp":"{{{at}}}","token":"{{{token}}}","signature":"{{{signature}}}"},"event-data":{"event":"opened"}}""";
    }

    public sealed class KeyedHost : IAsyncLifetime
    {
        public const string Token = "QDG6eK";
        public const string AesKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
        public const string CodeSecret = Key;
        public const string FeishuToken = "a token of Feishu";
        public const string Receiver = "wx5823bf96d3bd56c7";

        private WebhookHost? _host;

        /// <summary>The host, with its clock where every test expects it.</summary>
        internal WebhookHost AtNow()
        {
            _host!.Time.AdjustTime(VerifierBench.Now);
            return _host;
        }

        public async ValueTask InitializeAsync() =>
            _host = await WebhookHost.StartAsync(
                settings:
                [
                    (WebhookHost.Settings + "CallbackToken", Token),
                    (WebhookHost.Settings + "CallbackAesKey", AesKey),
                    (WebhookHost.Settings + "CallbackReceiveId", Receiver),
                    (WebhookHost.Settings + "AdyenSecret", CodeVector.Of("adyen")[0].Secret),
                    (WebhookHost.Settings + "AlipayPublicKey", CodeVector.Of("alipay")[0].Text("publicKey")),
                    (WebhookHost.Settings + "AlipayAppId", "2019073166072302\n2018121762595097"),
                    (WebhookHost.Settings + "AwsSnsTopicArns", "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic"),
                    (WebhookHost.Settings + "AwsSnsCertificate", CodeVector.Of("aws-sns")[0].Text("certificate")),
                    (WebhookHost.Settings + "CodeSecret", Key),
                    (WebhookHost.Settings + "FeishuToken", FeishuToken),
                ]
            );

        public ValueTask DisposeAsync() => _host!.DisposeAsync();
    }
}
