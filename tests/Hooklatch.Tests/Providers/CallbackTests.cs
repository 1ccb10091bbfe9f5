using System.Text;
using System.Text.Json.Nodes;
using Hooklatch.Providers;
using Hooklatch.Verification.Custom;
using Microsoft.AspNetCore.WebUtilities;

namespace Hooklatch.Tests.Providers;

/// <summary>The encrypted callbacks of WeCom and DingTalk.</summary>
public sealed class CallbackTests
{
    private const string Token = "QDG6eK";
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private const string Corporation = "wx5823bf96d3bd56c7";
    private const string Timestamp = "1700000000";
    private const string Nonce = "1372623149";

    public static TheoryData<int> WeComVectors => CodeVector.Numbers("wecom");

    [Theory]
    [MemberData(nameof(WeComVectors))]
    public async Task What_Tencents_sample_signs_verifies(int number)
    {
        var vector = CodeVector.Of("wecom")[number];
        var verdict = await WeCom().VerifyAsync(vector.Request, vector.Now);

        Assert.Equal(vector.IsValid ? null : 403, verdict.Rejection?.Status);
        if (vector.IsValid && vector.Text("method") == "GET")
        {
            Assert.Equal(
                ("text/plain", "1616140317555161061"),
                (verdict.Answer!.ContentType, Encoding.UTF8.GetString(verdict.Answer.Body.Span))
            );
        }
        else if (vector.IsValid)
        {
            Assert.StartsWith("<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]>", Encoding.UTF8.GetString(verdict.Payload!.Value.Span));
            Assert.Equal(("text", "4561255354251345929"), (verdict.Event, verdict.DeliveryId));
        }
    }

    [Theory]
    [InlineData("<xml><MsgType>text</MsgType><MsgId>1</MsgId></xml>", "1")]
    [InlineData("<xml><MsgType>event</MsgType><Event>sent</Event><MsgId>1</MsgId></xml>", null)]
    [InlineData("<xml><MsgType>event</MsgType><Event>subscribe</Event></xml>", null)]
    public async Task A_message_has_an_id_and_an_event_none(string message, string? id) =>
        Assert.Equal(id, (await WeCom().VerifyAsync(Signed(message, Nonce))).DeliveryId);

    [Fact]
    public async Task A_callback_for_another_receiver_is_403_and_none_500()
    {
        var request = CodeVector.Of("wecom")[0].Request;
        var now = CodeVector.Of("wecom")[0].Now;

        Assert.Equal(403, await WeCom(receiver: "wx0").StatusAsync(request, now));
        Assert.Equal(403, await WeCom(token: "other").StatusAsync(request, now));
        Assert.Equal(403, await WeCom(key: new string('A', 43)).StatusAsync(request, now));
        Assert.Equal(500, await WeCom(receiver: " ").StatusAsync(request, now));
        Assert.Equal(500, await WeCom(key: "short").StatusAsync(request, now));
        Assert.Equal(500, await WeCom(token: "").StatusAsync(request, now));
        Assert.Equal(1, (await WeCom(token: "new\nQDG6eK").VerifyAsync(request, now)).SecretIndex);
    }

    [Theory]
    [InlineData("msg_signature")]
    [InlineData("timestamp")]
    [InlineData("nonce")]
    public async Task Each_parameter_stands_once(string name)
    {
        var request = CodeVector.Of("wecom")[0].Request;
        var now = CodeVector.Of("wecom")[0].Now;

        Assert.Equal(400, await WeCom().StatusAsync(request with { Query = request.Query.Replace(name + '=', "x=") }, now));
        Assert.Equal(403, await WeCom().StatusAsync(request with { Query = request.Query + $"&{name}=1" }, now));
    }

    [Fact]
    public async Task A_nonce_that_could_be_cipher_text_is_rejected_also_when_it_is_signed()
    {
        Assert.Equal(200, await WeCom().StatusAsync(Signed("<xml/>", new string('A', 32))));
        Assert.Equal(403, await WeCom().StatusAsync(Signed("<xml/>", new string('A', 33))));
        Assert.Equal(403, await WeCom().StatusAsync(Signed("<xml/>", "A+/=")));
    }

    [Fact]
    public async Task Of_a_token_that_stands_twice_the_first_counts()
    {
        var vector = CodeVector.Of("wecom")[0];

        Assert.Equal(0, (await WeCom(token: $"{Token}\n{Token}\nother").VerifyAsync(vector.Request, vector.Now)).SecretIndex);
    }

    [Fact]
    public async Task Every_byte_of_the_cipher_text_counts()
    {
        var request = Signed("<xml><MsgType>text</MsgType></xml>");
        var body = Encoding.UTF8.GetString(request.Body);
        var start = body.IndexOf("CDATA[", StringComparison.Ordinal) + 6;

        await Corruption.IsRejectedAsync(WeCom(), request, i => i >= start && i < body.IndexOf("]]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_nonce_cannot_take_blocks_of_the_cipher_text()
    {
        // The last characters of the nonce and the first three blocks could change sides without changing what is signed.
        var cipherText = CallbackCipher.Encrypt(KeyBytes, Encoding.UTF8.GetBytes(new string('x', 100)), Corporation);
        var nonce = "0" + cipherText[..64].Replace("+", "a").Replace("/", "a");
        var signature = CallbackCipher.Sign(Token, Timestamp, nonce, cipherText[64..]);

        Assert.Equal(403, await WeCom().StatusAsync(Request(Convert.ToHexStringLower(signature), nonce, cipherText[64..])));
        Assert.False(CallbackCipher.AreWellFormed(Timestamp, new string('0', 33)));
        Assert.False(CallbackCipher.AreWellFormed(Timestamp, "a+b"));
        Assert.False(CallbackCipher.AreWellFormed("17000000001234", Nonce));
        Assert.False(CallbackCipher.AreWellFormed("", Nonce));
        Assert.True(CallbackCipher.AreWellFormed(Timestamp, Nonce));
    }

    [Fact]
    public async Task A_tolerance_holds_in_both_directions()
    {
        var bench = WeCom(tolerance: 300);

        Assert.Equal(200, await bench.StatusAsync(Signed("<xml/>")));
        Assert.Equal(403, await bench.StatusAsync(Signed("<xml/>"), VerifierBench.Now.AddSeconds(301)));
        Assert.Equal(403, await bench.StatusAsync(Signed("<xml/>"), VerifierBench.Now.AddSeconds(-301)));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("<xml>", null)]
    [InlineData("<xml></xml></xml>", null)]
    [InlineData("<!DOCTYPE x [<!ENTITY e 'v'>]><xml><Encrypt>&e;</Encrypt></xml>", null)]
    [InlineData("<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>", null)]
    [InlineData("<xml><x><Encrypt>a</Encrypt></x></xml>", null)]
    [InlineData("<Encrypt>a</Encrypt>", null)]
    [InlineData("<xml><Encrypt><![CDATA[a</Encrypt></xml>", null)]
    [InlineData("<xml><Encrypt>a</Encrypt></xml>", "a")]
    [InlineData("<?xml version='1.0'?>\n<xml><!-- <Encrypt>b</Encrypt> --><Encrypt> <![CDATA[a]]> </Encrypt></xml>", "a")]
    [InlineData("<xml><Content><![CDATA[<Encrypt>b</Encrypt>]]></Content><Encrypt>a</Encrypt></xml>", "a")]
    public void Of_XML_the_values_below_the_root_are_read(string xml, string? value) =>
        Assert.Equal(value, FlatXml.Read(Encoding.UTF8.GetBytes(xml))?.Single("Encrypt"));

    [Fact]
    public async Task What_DingTalks_demo_signs_is_answered_encrypted()
    {
        var vector = Assert.Single(CodeVector.Of("dingtalk"));
        var verdict = await DingTalk(vector.Secret, vector.Text("aesKey")!, vector.Text("receiveId")!)
            .VerifyAsync(vector.Request, vector.Now);

        Assert.Equal(vector.Text("plaintext"), Encoding.UTF8.GetString(verdict.Payload!.Value.Span));
        Assert.Equal("LPIdSnlF", Reply(verdict.Answer!, vector.Secret, vector.Text("aesKey")!, vector.Text("receiveId")!));
    }

    [Theory]
    [InlineData("""{"EventType":"check_url"}""", true)]
    [InlineData("""{"EventType":"user_add_org"}""", false)]
    public async Task DingTalk_hears_success(string message, bool isHandshake)
    {
        var cipherText = CallbackCipher.Encrypt(KeyBytes, Encoding.UTF8.GetBytes(message), Corporation);
        const string Now = Timestamp + "000";
        var signature = Convert.ToHexStringLower(CallbackCipher.Sign(Token, Now, "nEXhMP4r", cipherText));
        var request = new BenchRequest($$"""{"encrypt":"{{cipherText}}"}""")
        {
            Query = $"?signature={signature}&timestamp={Now}&nonce=nEXhMP4r",
        };
        var bench = DingTalk(Token, Key, Corporation);
        var verdict = await bench.VerifyAsync(request);

        Assert.Equal(isHandshake, verdict.Answer is not null);
        Assert.Equal("success", Reply(verdict.Answer ?? verdict.Acknowledgement!, Token, Key, Corporation));
        var start = request.Body.Length - cipherText.Length - 2;
        await Corruption.IsRejectedAsync(bench, request, i => i >= start && i < start + cipherText.Length);
        Assert.Equal(403, await bench.StatusAsync(request with { Query = request.Query + "&msg_signature=0" }));
        Assert.Equal(400, await bench.StatusAsync(request with { Query = "" }));
    }

    /// <summary>What we answer is signed and encrypted with the same keys as what DingTalk sends, and anyone on the way has it.</summary>
    [Theory]
    [InlineData("""{"EventType":"check_url"}""")]
    [InlineData("""{"EventType":"check_update_suite_url","Random":"LPIdSnlF"}""")]
    [InlineData("""{"EventType":"user_add_org"}""")]
    public async Task An_answer_of_ours_is_no_delivery(string message)
    {
        var bench = DingTalk(Token, Key, Corporation);
        var cipherText = CallbackCipher.Encrypt(KeyBytes, Encoding.UTF8.GetBytes(message), Corporation);
        var asked = DingTalkRequest(Timestamp + "000", "nEXhMP4r", cipherText);
        var verdict = await bench.VerifyAsync(asked);
        var answer = JsonNode.Parse((verdict.Answer ?? verdict.Acknowledgement!).Body.Span)!;

        var returned = DingTalkRequest((string)answer["timeStamp"]!, (string)answer["nonce"]!, (string)answer["encrypt"]!);

        Assert.Contains((string)answer["msg_signature"]!, returned.Query);
        Assert.Equal(403, await bench.StatusAsync(returned));
        Assert.Equal(200, await bench.StatusAsync(asked));
    }

    private static BenchRequest DingTalkRequest(string timestamp, string nonce, string cipherText) =>
        new($$"""{"encrypt":"{{cipherText}}"}""")
        {
            Query =
                $"?msg_signature={Convert.ToHexStringLower(CallbackCipher.Sign(Token, timestamp, nonce, cipherText))}&timestamp={timestamp}&nonce={nonce}",
        };

    private static byte[] KeyBytes => CallbackCipher.ReadKey(Key)!;

    private static VerifierBench WeCom(string token = Token, string key = Key, string receiver = Corporation, int tolerance = 0) =>
        new(
            new WeComSignatureAttribute
            {
                Secret = "Token",
                AesKey = "Key",
                ReceiveId = "Receiver",
                ToleranceSeconds = tolerance,
            },
            ("Token", token),
            ("Key", key),
            ("Receiver", receiver)
        );

    private static VerifierBench DingTalk(string token, string key, string receiver) =>
        new(
            new DingTalkSignatureAttribute
            {
                Secret = "Token",
                AesKey = "Key",
                ReceiveId = "Receiver",
            },
            ("Token", token),
            ("Key", key),
            ("Receiver", receiver)
        );

    private static BenchRequest Signed(string message, string nonce = Nonce)
    {
        var cipherText = CallbackCipher.Encrypt(KeyBytes, Encoding.UTF8.GetBytes(message), Corporation);
        return Request(Convert.ToHexStringLower(CallbackCipher.Sign(Token, Timestamp, nonce, cipherText)), nonce, cipherText);
    }

    private static BenchRequest Request(string signature, string nonce, string cipherText) =>
        new($"<xml><Encrypt><![CDATA[{cipherText}]]></Encrypt></xml>")
        {
            ContentType = "text/xml",
            Query = QueryHelpers.AddQueryString(
                "",
                new Dictionary<string, string?>
                {
                    ["msg_signature"] = signature,
                    ["timestamp"] = Timestamp,
                    ["nonce"] = nonce,
                }
            ),
        };

    /// <summary>Reads an answer as DingTalk does.</summary>
    private static string? Reply(VerifierAnswer answer, string token, string key, string receiver)
    {
        var json = JsonNode.Parse(answer.Body.Span)!;
        var cipherText = (string)json["encrypt"]!;
        var signature = CallbackCipher.Sign(token, (string)json["timeStamp"]!, (string)json["nonce"]!, cipherText);
        Assert.Equal(Convert.ToHexStringLower(signature), (string)json["msg_signature"]!);
        return CallbackCipher.Decrypt(CallbackCipher.ReadKey(key)!, cipherText, [receiver]) is { } message
            ? Encoding.UTF8.GetString(message)
            : null;
    }
}
