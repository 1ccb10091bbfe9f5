using System.Text;
using Hooklatch.Console.Bodies;
using Hooklatch.Console.Tests.Hosting;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Bodies;

/// <summary>Secrets that senders write into bodies.</summary>
public sealed class MaskingTests
{
    private const string Canary = "c4n4ry";
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    public static TheoryData<string, string> Bodies { get; } =
        new()
        {
            { $$"""{"token":"{{Canary}}"}""", Json },
            { $$"""{"a":[{"client_secret":"{{Canary}}"}]}""", Json },
            { $$$"""{"credentials":{"user":"me","value":["{{{Canary}}}"]}}""", Json },
            { $$"""{"to\u006ben":"{{Canary}}"}""", Json },
            { $$"""{"verificationToken":"{{Canary}}","x-api-key":"{{Canary}}","private_key":"{{Canary}}"}""", Json },
            { $$"""{"url":"https://example.com/?access_token={{Canary}}&a=1"}""", Json },
            { $$"""{"inner":"{\"password\":\"{{Canary}}\"}"}""", Json },
            { $$"""{"note":"ghp_{{Canary}}ABCDEFGHIJKLMNOP"}""", Json },
            { $$"""{"note":"\u0067hp_{{Canary}}ABCDEFGHIJKLMNOP"}""", Json },
            { $$"""{"note":"sk_live_{{Canary}}ABCDEF"}""", Json },
            { $$"""{"note":"whsec_ab\/{{Canary}}ABCDEF"}""", Json },
            { $$"""{"note":"xoxb-1-{{Canary}}ABCDEF"}""", Json },
            { $$"""{"note":"eyJhbGciOiJIUzI1NiJ9.eyJ4IjoxfQ.{{Canary}}"}""", Json },
            { $$"""{"pem":"-----BEGIN RSA PRIVATE KEY-----\n{{Canary}}\n-----END RSA PRIVATE KEY-----\n"}""", Json },
            { $$"""{"broken":true,"token":"{{Canary}}""", Json },
            { $$"""{"broken":true,"Authorization": "Bearer {{Canary}}" """, Json },
            { $"a=1&api_key={Canary}", Form },
            { $"payload=%7B%22token%22%3A%22{Canary}%22%7D", Form },
            { $"text=ghp_{Canary}ABCDEFGHIJKLMNOP", Form },
            { $"--b\r\nContent-Disposition: form-data; name=\"secret\"\r\n\r\n{Canary}\r\n--b--\r\n", "multipart/form-data; boundary=b" },
            {
                $"--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n{{\"token\":\"{Canary}\"}}\r\n--b--\r\n",
                "multipart/form-data; boundary=b"
            },
            { $"Authorization: Basic {Canary}\r\n", "text/plain" },
            { $"password: {Canary} and {Canary}\n", "text/plain" },
            { $"<x><token>{Canary}</token><ns:secret><![CDATA[{Canary}]]></ns:secret><a key=\"1\" password='{Canary}'/></x>", "text/xml" },
            { $"\u0001\0\0token={Canary}\0", "application/octet-stream" },
            { $"\0\0ghp_{Canary}ABCDEFGHIJKLMNOP", "application/octet-stream" },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_secret_is_in_no_answer_for_readers_and_is_masked_for_those_who_may_see_bodies(string body, string contentType)
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(body, contentType);
        foreach (var path in new[] { "deliveries", $"deliveries/{id}" })
        {
            Assert.DoesNotContain(Canary, await host.TextAsync(path, ConsoleRole.Read), StringComparison.Ordinal);
        }

        var text = await host.TextAsync($"deliveries/{id}/body", ConsoleRole.Bodies);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        Assert.DoesNotContain("63 34 6e 34", text, StringComparison.Ordinal);
        Assert.True((await host.GetAsync<BodyView>($"deliveries/{id}/body")).Masked > 0);
        Assert.DoesNotContain(host.Host.Log.Mentions(Canary), _ => true);
    }

    [Fact]
    public async Task A_wide_text_among_bytes_is_masked()
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(host.Item([0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"token={Canary};x=1")], "text/plain"));
        var view = await host.GetAsync<BodyView>($"deliveries/{id}/body");
        Assert.DoesNotContain("63 00 34 00 6e", view.Text, StringComparison.Ordinal);
        Assert.Contains("74 00 6f 00", view.Text, StringComparison.Ordinal);
        Assert.Equal(1, view.Masked);
    }

    [Theory]
    [InlineData("""{"tokenize":"shown","signup_id":"shown","monkey":"shown","key":"shown","author":"shown"}""")]
    [InlineData("""{"note":"sk_live_","jwt-like":"eyJhbGciOiJIUzI1NiJ9"}""")]
    [InlineData("""{"text":"https://example.com/a?b=c&d=e","time":"12:30:00"}""")]
    public async Task What_is_no_secret_is_shown(string json)
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync(json);
        Assert.Equal(
            json.Contains("jwt", StringComparison.Ordinal) ? 1 : 0,
            (await host.GetAsync<BodyView>($"deliveries/{id}/body")).Masked
        );
    }

    [Fact]
    public async Task What_holds_a_secret_keeps_its_structure_and_says_how_many_are_masked()
    {
        await using var host = await DeliveryHost.StartAsync();
        var id = await host.AddAsync("""{"secret":{"a":"x","b":[1,true,null,""]},"c":"y"}""");
        var view = await host.GetAsync<BodyView>($"deliveries/{id}/body");
        Assert.Equal(
            """
            {
              "secret": {
                "a": "••••••",
                "b": [
                  "••••••",
                  true,
                  null,
                  ""
                ]
              },
              "c": "y"
            }
            """.ReplaceLineEndings("\n"),
            view.Text
        );
        Assert.Equal(2, view.Masked);
    }

    [Theory]
    [InlineData("eyJ")]
    [InlineData("-eyJ")]
    [InlineData("ghp_")]
    [InlineData("token=")]
    [InlineData("token=\"")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("<token>")]
    [InlineData("SG.")]
    [InlineData(" AKIA")]
    [InlineData(":::===")]
    public void A_text_that_is_full_of_beginnings_is_looked_through_at_once(string beginning)
    {
        var text = string.Concat(Enumerable.Repeat(beginning, (256 << 10) / beginning.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var mask = new SecretMask(SecretNames.Strict);
        var shown = mask.InText(text);
        Assert.True(shown.Length <= text.Length * 2);
        // What grows with the square of a text takes gigabytes here, and minutes.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400L << 20);
    }
}
