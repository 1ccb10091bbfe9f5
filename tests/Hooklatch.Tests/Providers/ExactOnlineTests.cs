using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Tests.Providers;

public sealed class ExactOnlineTests
{
    private const string Secret = "a secret of the tests";
    private const string Content = """{"Topic":"Accounts","Division":1}""";

    [Fact]
    public async Task Every_byte_of_the_content_and_of_its_signature_counts()
    {
        // The case of a hexadecimal letter aside: what is signed is the value, and a turned bit may spell it in the other case.
        var body = Signed();
        var code = body.IndexOf("HashCode", StringComparison.Ordinal);
        await Corruption.IsRejectedAsync(Bench(), new BenchRequest(body), i => i < code);
        foreach (var digit in Enumerable.Range(code + "HashCode\":\"".Length, SHA256.HashSizeInBytes * 2))
        {
            var other = body[..digit] + (body[digit] == '0' ? '1' : '0') + body[(digit + 1)..];
            Assert.Equal(403, await Bench().StatusAsync(new BenchRequest(other)));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Content":{}}""")]
    [InlineData("""{"HashCode":""}""")]
    [InlineData("""{"HashCode":"00"}""")]
    [InlineData("""{"Content":"a","HashCode":"00"}""")]
    [InlineData("""{"Content":{},"HashCode":["00"]}""")]
    [InlineData("""{"Content":{},"HashCode":"\ud800"}""")]
    public async Task What_is_no_delivery_is_rejected(string body) =>
        Assert.InRange(await Bench().StatusAsync(new BenchRequest(body)), 400, 403);

    [Fact]
    public async Task What_is_not_signed_may_not_stand_beside_it()
    {
        Assert.Equal(200, await Bench().StatusAsync(new BenchRequest(Signed())));
        Assert.Equal(403, await Bench().StatusAsync(new BenchRequest(Signed()[..^1] + ""","Topic":"Items"}""")));
    }

    [Fact]
    public async Task Secrets_rotate_and_none_is_500()
    {
        Assert.Equal(1, (await Bench("another\n" + Secret).VerifyAsync(new BenchRequest(Signed()))).SecretIndex);
        Assert.Equal(500, await Bench(" ").StatusAsync(new BenchRequest(Signed())));
    }

    private static VerifierBench Bench(string secret = Secret) =>
        new(new ExactOnlineSignatureAttribute { Secret = "Secret" }, ("Secret", secret));

    private static string Signed() =>
        $$"""{"Content":{{Content}},"HashCode":"{{Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Content)))}}"}""";
}
