using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Hooklatch.Tests.Providers;

public sealed class AwsSnsTests
{
    private const string Topic = "arn:aws:sns:us-west-2:123456789012:MyTopic";
    private const string CertificateUrl = "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-1.pem";
    private const string SubscribeUrl = $"https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&TopicArn={Topic}&Token=abc";
    private static readonly TestCertificate Amazon = new("sns.amazonaws.com");

    public static TheoryData<int> Vectors => CodeVector.Numbers("aws-sns");

    public static TheoryData<string> ForeignAddresses =>
        [
            "http://sns.us-west-2.amazonaws.com/a.pem",
            "https://169.254.169.254/a.pem",
            "https://sns.us-west-2.amazonaws.com.evil.example/a.pem",
            "https://sns.us-west-2.amazonaws.com@evil.example/a.pem",
            "https://evil.example/sns.us-west-2.amazonaws.com/a.pem",
            "https://sns.us-west-2.amazonaws.com:8443/a.pem",
            "https://sns.us-west-2.amazonaws.com/../a.pem",
            "https://sns.us-west-2.amazonaws.com/a/b.pem",
            "https://sns.us-west-2.amazonaws.com/a.pem?x=1",
            "https://sns.us-west-2.amazonaws.com/a.pem#x",
            "https://sns.us-west-2.amazonaws.com\\@evil.example/a.pem",
            "https://sns.us-west-2.evil.amazonaws.com/a.pem",
            "https://sns-us-west-2.s3.amazonaws.com/a.pem",
            "https://s3.us-west-2.amazonaws.com/a.pem",
            "https://sns.s3.amazonaws.com/a.pem",
            "https://sns.s3-us-west-2.amazonaws.com/a.pem",
            "https://sns.amazonaws.com/a.pem",
            "https://SNS.us-west-2.amazonaws.com/a.pem",
            "https://sns.us-west-2.amazonaws.com\n/a.pem",
            "https://sns.us-west-2.amazonaws.com",
            "file:///etc/passwd",
            "sns",
            "",
        ];

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task What_Amazon_signs_verifies(int number)
    {
        var vector = CodeVector.Of("aws-sns")[number];
        var topic = (string)JsonNode.Parse(vector.Body)!["TopicArn"]!;
        var bench = new VerifierBench(
            new AwsSnsSignatureAttribute { TopicArns = "Topics", Certificate = "Certificate" },
            ("Topics", topic),
            ("Certificate", vector.Text("certificate"))
        );

        Assert.Equal(vector.IsValid ? 200 : 403, await bench.StatusAsync(vector.Request, vector.Now));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Every_signed_byte_counts(string version)
    {
        var request = new BenchRequest(Notification(version: version).ToJsonString());
        var body = System.Text.Encoding.UTF8.GetString(request.Body);
        // What is not signed: the address of the certificate, which is pinned here.
        var end = body.IndexOf("\"SigningCertURL\"", StringComparison.Ordinal);

        await Corruption.IsRejectedAsync(Pinned(), request, i => i < end - 1);
    }

    [Fact]
    public async Task Event_and_id_are_those_that_are_signed()
    {
        var verdict = await Pinned().VerifyAsync(new BenchRequest(Notification().ToJsonString()));

        Assert.Equal(("Notification", "m-1"), (verdict.Event, verdict.DeliveryId));
    }

    [Fact]
    public async Task A_message_of_another_topic_is_403_and_no_topic_500()
    {
        var request = new BenchRequest(Notification(topic: Topic + "2").ToJsonString());

        Assert.Equal(403, await Pinned().StatusAsync(request));
        Assert.Equal(500, await Pinned(topics: " ").StatusAsync(request));
        Assert.Equal("Topics", Pinned(topics: "").MissingSetting);
    }

    [Theory]
    [InlineData(0, "Invalid signature")]
    [InlineData(1, "Timestamp outside tolerance")]
    public async Task Which_topics_are_configured_is_told_to_nobody(int days, string detail)
    {
        var now = VerifierBench.Now.AddDays(days);
        foreach (var topic in (string[])[Topic, Topic + "2"])
        {
            var forged = Notification(topic: topic);
            forged["Message"] = "forged";

            Assert.Equal(detail, (await Pinned().VerifyAsync(new BenchRequest(forged.ToJsonString()), now)).Rejection?.Detail);
        }
    }

    [Theory]
    [InlineData("MessageId")]
    [InlineData("Timestamp")]
    [InlineData("TopicArn")]
    [InlineData("Subject")]
    public async Task Only_the_message_has_lines(string name)
    {
        var message = Notification();
        message[name] = (string)message[name]! + "\nx";
        Sign(message);

        Assert.Equal(403, await Pinned().StatusAsync(new BenchRequest(message.ToJsonString())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Type":1}""")]
    [InlineData("""{"Type":"Other"}""")]
    [InlineData("""{"Type":"Notification","Type":"Notification"}""")]
    [InlineData("""{"Type":"\ud800"}""")]
    public async Task What_is_no_message_is_403(string body) => Assert.Equal(403, await Pinned().StatusAsync(new BenchRequest(body)));

    [Fact]
    public async Task Without_a_signature_it_is_400()
    {
        var message = Notification();
        message.Remove("Signature");

        Assert.Equal(400, await Pinned().StatusAsync(new BenchRequest(message.ToJsonString())));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("")]
    public async Task No_other_version_verifies(string version)
    {
        var message = Notification();
        message["SignatureVersion"] = version;

        Assert.Equal(403, await Pinned().StatusAsync(new BenchRequest(message.ToJsonString())));
    }

    [Fact]
    public async Task Version_1_can_be_rejected()
    {
        var bench = Bench(new AwsSnsSignatureAttribute { RequiresVersion2 = true }, new FakeProvider(), Amazon.Pem);

        Assert.Equal(403, await bench.StatusAsync(new BenchRequest(Notification(version: "1").ToJsonString())));
        Assert.Equal(200, await bench.StatusAsync(new BenchRequest(Notification(version: "2").ToJsonString())));
    }

    [Fact]
    public async Task A_tolerance_holds_in_both_directions()
    {
        var bench = Bench(new AwsSnsSignatureAttribute { ToleranceSeconds = 300 }, new FakeProvider(), Amazon.Pem);
        var request = new BenchRequest(Notification().ToJsonString());

        Assert.Equal(200, await bench.StatusAsync(request, VerifierBench.Now.AddSeconds(300)));
        Assert.Equal(200, await bench.StatusAsync(request, VerifierBench.Now.AddSeconds(-300)));
        Assert.Equal(403, await bench.StatusAsync(request, VerifierBench.Now.AddSeconds(301)));
        Assert.Equal(403, await bench.StatusAsync(request, VerifierBench.Now.AddSeconds(-301)));
    }

    /// <summary>The hour for which SNS repeats a message, and five minutes.</summary>
    [Fact]
    public async Task A_message_is_good_for_65_minutes_where_the_author_says_nothing()
    {
        var request = new BenchRequest(Notification().ToJsonString());

        Assert.Equal(200, await Pinned().StatusAsync(request, VerifierBench.Now.AddMinutes(65)));
        Assert.Equal(403, await Pinned().StatusAsync(request, VerifierBench.Now.AddMinutes(65).AddSeconds(1)));
        Assert.Equal(403, await Pinned().StatusAsync(request, VerifierBench.Now.AddMinutes(-65).AddSeconds(-1)));
    }

    [Fact]
    public async Task Nothing_is_fetched_that_nobody_asked_for()
    {
        var amazon = new FakeProvider();
        amazon.Serve(Amazon.Pem);
        var request = new BenchRequest(Notification().ToJsonString());

        Assert.Equal(500, await Bench(new AwsSnsSignatureAttribute(), amazon).StatusAsync(request));
        Assert.Equal(200, await Bench(new AwsSnsSignatureAttribute(), amazon, Amazon.Pem).StatusAsync(request));
        Assert.Equal(500, await new VerifierBench(Fetching(), ("Topics", Topic)).StatusAsync(request));
        Assert.Empty(amazon.Asked);
    }

    [Fact]
    public async Task A_certificate_is_fetched_once_a_day()
    {
        var amazon = new FakeProvider();
        amazon.Serve(Amazon.Pem);
        var bench = Bench(Fetching(), amazon);
        var request = new BenchRequest(Notification().ToJsonString());

        Assert.Equal(200, await bench.StatusAsync(request));
        Assert.Equal(200, await bench.StatusAsync(request, VerifierBench.Now.AddHours(23)));
        Assert.Equal([CertificateUrl], amazon.Asked);
        Assert.Equal(403, await bench.StatusAsync(request, VerifierBench.Now.AddHours(25))); // the certificate is over
        Assert.Equal(2, amazon.Asked.Count);
    }

    [Theory]
    [MemberData(nameof(ForeignAddresses))]
    public async Task No_other_address_is_asked(string address)
    {
        var amazon = new FakeProvider();
        amazon.Serve(Amazon.Pem);
        var message = Notification();
        message["SigningCertURL"] = address;

        Assert.Equal(403, await Bench(Fetching(), amazon).StatusAsync(new BenchRequest(message.ToJsonString())));
        Assert.Empty(amazon.Asked);
    }

    [Fact]
    public async Task A_message_that_is_rejected_anyway_asks_for_nothing()
    {
        var amazon = new FakeProvider();
        var bench = Bench(Fetching(), amazon);

        await bench.StatusAsync(new BenchRequest(Notification(topic: "arn:aws:sns:us-west-2:1:other").ToJsonString()));
        var unsigned = Notification();
        unsigned["Signature"] = "!";
        await bench.StatusAsync(new BenchRequest(unsigned.ToJsonString()));

        Assert.Empty(amazon.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.Found, 403)]
    [InlineData(HttpStatusCode.NotFound, 403)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 503)]
    [InlineData(HttpStatusCode.TooManyRequests, 503)]
    [InlineData(HttpStatusCode.RequestTimeout, 503)]
    public async Task What_is_no_certificate_verifies_nothing(HttpStatusCode answer, int status)
    {
        var amazon = new FakeProvider
        {
            Answer = _ => new HttpResponseMessage(answer) { Headers = { Location = new Uri("https://evil.example/a.pem") } },
        };
        var bench = Bench(Fetching(), amazon);
        var request = new BenchRequest(Notification().ToJsonString());

        // A rejection is remembered for a minute, and for five seconds that nobody answered.
        var remembered = TimeSpan.FromSeconds(status == 503 ? 5 : 60);
        Assert.Equal(status, await bench.StatusAsync(request));
        Assert.Equal(status, await bench.StatusAsync(request, VerifierBench.Now + remembered - TimeSpan.FromSeconds(1)));
        Assert.Single(amazon.Asked);
        Assert.Equal(status, await bench.StatusAsync(request, VerifierBench.Now + remembered));
        Assert.Equal(2, amazon.Asked.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public async Task A_certificate_that_cannot_be_read_is_403(string pem)
    {
        var amazon = new FakeProvider();
        amazon.Serve(pem);

        Assert.Equal(403, await Bench(Fetching(), amazon).StatusAsync(new BenchRequest(Notification().ToJsonString())));
    }

    [Fact]
    public async Task A_certificate_of_more_than_64_KiB_is_403()
    {
        var amazon = new FakeProvider();
        amazon.Serve(new string(' ', 65 << 10) + Amazon.Pem);

        Assert.Equal(403, await Bench(Fetching(), amazon).StatusAsync(new BenchRequest(Notification().ToJsonString())));
    }

    [Fact]
    public async Task A_subscription_is_confirmed_only_where_the_author_says_so()
    {
        var amazon = new FakeProvider();
        amazon.Serve("<ConfirmSubscriptionResponse/>");
        var request = new BenchRequest(Subscription().ToJsonString());

        var verdict = await Bench(new AwsSnsSignatureAttribute(), amazon, Amazon.Pem).VerifyAsync(request);
        Assert.Equal("SubscriptionConfirmation", verdict.Event);
        Assert.Null(verdict.Answer);
        Assert.Empty(amazon.Asked);

        verdict = await Bench(new AwsSnsSignatureAttribute { ConfirmsSubscriptions = true }, amazon, Amazon.Pem).VerifyAsync(request);
        Assert.NotNull(verdict.Answer);
        Assert.Equal([SubscribeUrl], amazon.Asked);
    }

    [Theory]
    [InlineData(
        "https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:us-west-2:123456789012:Other&Token=abc"
    )]
    [InlineData($"https://sns.us-west-2.amazonaws.com/?Action=DeleteTopic&TopicArn={Topic}")]
    [InlineData($"https://evil.example/?Action=ConfirmSubscription&TopicArn={Topic}&Token=abc")]
    [InlineData("http://169.254.169.254/")]
    public async Task Nothing_else_is_confirmed(string address)
    {
        var amazon = new FakeProvider();
        amazon.Serve("");
        var message = Subscription();
        message["SubscribeURL"] = address;
        Sign(message);
        var bench = Bench(new AwsSnsSignatureAttribute { ConfirmsSubscriptions = true }, amazon, Amazon.Pem);

        Assert.Equal(403, await bench.StatusAsync(new BenchRequest(message.ToJsonString())));
        Assert.Empty(amazon.Asked);
    }

    [Fact]
    public async Task What_is_not_verified_confirms_nothing()
    {
        var amazon = new FakeProvider();
        amazon.Serve("");
        var message = Subscription();
        message["Token"] = "other";
        var bench = Bench(new AwsSnsSignatureAttribute { ConfirmsSubscriptions = true }, amazon, Amazon.Pem);

        Assert.Equal(403, await bench.StatusAsync(new BenchRequest(message.ToJsonString())));
        Assert.Empty(amazon.Asked);
    }

    [Fact]
    public async Task A_confirmation_that_is_sent_again_is_answered_without_asking_anyone()
    {
        var amazon = new FakeProvider();
        amazon.Serve("<ConfirmSubscriptionResponse/>");
        var bench = Bench(new AwsSnsSignatureAttribute { ConfirmsSubscriptions = true }, amazon, Amazon.Pem);

        for (var i = 0; i < 10; i++)
        {
            Assert.NotNull((await bench.VerifyAsync(new BenchRequest(Subscription().ToJsonString()))).Answer);
        }

        Assert.Equal([SubscribeUrl], amazon.Asked);
    }

    [Fact]
    public async Task A_confirmation_that_fails_is_asked_for_again() =>
        Assert.Equal(
            503,
            await Bench(new AwsSnsSignatureAttribute { ConfirmsSubscriptions = true }, new FakeProvider(), Amazon.Pem)
                .StatusAsync(new BenchRequest(Subscription().ToJsonString()))
        );

    private static AwsSnsSignatureAttribute Fetching() =>
        new()
        {
            TopicArns = "Topics",
            FetchesCertificate = true,
            ToleranceSeconds = int.MaxValue,
        };

    private static VerifierBench Pinned(string topics = Topic) =>
        Bench(new AwsSnsSignatureAttribute(), new FakeProvider(), Amazon.Pem, topics);

    private static VerifierBench Bench(
        AwsSnsSignatureAttribute attribute,
        FakeProvider amazon,
        string? pinned = null,
        string topics = Topic
    )
    {
        attribute.TopicArns = "Topics";
        attribute.Certificate = "Certificate";
        return new(attribute, ("Topics", topics), ("Certificate", pinned)) { Services = amazon.Services() };
    }

    private static JsonObject Notification(string topic = Topic, string version = "1")
    {
        var message = new JsonObject
        {
            ["Type"] = "Notification",
            ["MessageId"] = "m-1",
            ["TopicArn"] = topic,
            ["Subject"] = "S",
            ["Message"] = "a\nb",
            ["Timestamp"] = "2023-11-14T22:13:20.000Z",
            ["SignatureVersion"] = version,
        };
        Sign(message);
        message["SigningCertURL"] = CertificateUrl;
        return message;
    }

    private static JsonObject Subscription()
    {
        var message = new JsonObject
        {
            ["Type"] = "SubscriptionConfirmation",
            ["MessageId"] = "m-2",
            ["Token"] = "abc",
            ["TopicArn"] = Topic,
            ["Message"] = "You have chosen to subscribe.",
            ["SubscribeURL"] = SubscribeUrl,
            ["Timestamp"] = "2023-11-14T22:13:20.000Z",
            ["SignatureVersion"] = "2",
            ["SigningCertURL"] = CertificateUrl,
        };
        Sign(message);
        return message;
    }

    private static void Sign(JsonObject message)
    {
        string[] names = ["Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];
        var text = string.Concat(names.Where(message.ContainsKey).Select(name => $"{name}\n{message[name]}\n"));
#pragma warning disable CA5350 // The scheme under test.
        message["Signature"] = Amazon.Sign(
            text,
            (string)message["SignatureVersion"]! == "1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256
        );
#pragma warning restore CA5350
    }
}
