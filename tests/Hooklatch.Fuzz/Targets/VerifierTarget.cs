using Hooklatch.Providers;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Fuzz.Targets;

/// <summary>
/// Bodies that no verifier in code has verified yet, to each of them with everything else of a signed delivery: whatever they are, the
/// answer is a verdict, and what is rejected is the sender's fault.
/// </summary>
internal sealed class VerifierTarget : FuzzTarget
{
    private readonly (VerifierBench Bench, BenchRequest Request, DateTimeOffset? Now)[] _verifiers;

    public VerifierTarget()
        : base("verifier") =>
        _verifiers = [
            Of("adyen", new AdyenSignatureAttribute { Secret = "Secret" }),
            Of("alipay", new AlipaySignatureAttribute { PublicKey = "PublicKey", AppId = "App" }, ("App", "2019073166072302")),
            Of(
                "aws-sns",
                new AwsSnsSignatureAttribute { TopicArns = "Topics", Certificate = "Certificate" },
                ("Topics", "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic")
            ),
            Of(
                "dingtalk",
                new DingTalkSignatureAttribute
                {
                    Secret = "Secret",
                    AesKey = "AesKey",
                    ReceiveId = "ReceiveId",
                }
            ),
            Of("feishu", new FeishuSignatureAttribute { Secret = "Secret" }),
            Of("paypal", new PayPalSignatureAttribute { WebhookId = "Secret", Certificate = "Certificate" }),
            Of("twilio", new TwilioSignatureAttribute { Secret = "Secret" }),
            Of(
                "wecom",
                new WeComSignatureAttribute
                {
                    Secret = "Secret",
                    AesKey = "AesKey",
                    ReceiveId = "ReceiveId",
                }
            ),
        ];

    public override void Check(byte[] input)
    {
        foreach (var (bench, request, now) in _verifiers)
        {
            // Complete already: nothing is fetched.
            var status = bench.StatusAsync(request with { Body = input }, now).GetAwaiter().GetResult();
            Assert.InRange(status, 200, 499);
        }
    }

    private static (VerifierBench, BenchRequest, DateTimeOffset?) Of(
        string provider,
        CodeSignatureAttribute attribute,
        params (string, string?)[] settings
    )
    {
        var vector = CodeVector.Of(provider)[0];
        return (
            new VerifierBench(
                attribute,
                [
                    ("Secret", vector.Secret),
                    ("PublicKey", vector.Text("publicKey")),
                    ("Certificate", vector.Text("certificate")),
                    ("AesKey", vector.Text("aesKey")),
                    ("ReceiveId", vector.Text("receiveId")),
                    ("PublicUrls:/hook", vector.Url),
                    .. settings,
                ]
            ),
            vector.Request,
            vector.Now
        );
    }
}
