using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification.Refusals;

/// <summary>What is missing is named, in every environment: the name is the author's own and no secret.</summary>
public sealed class MissingNameTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("/github", "", "signature: X-Hub-Signature-256")]
    [InlineData("/identified", "X-Signature X-Timestamp", "signature: X-Id")]
    [InlineData("/identified", "X-Signature X-Id", "signature: X-Timestamp")]
    [InlineData("/renamed", "", "signature: X-Acme-Signature or Acme-Signature")]
    [InlineData("/schemes/either", "", "signature: X-One or X-Two")]
    [InlineData("/schemes/all", "X-One", "signature: X-Two")]
    [InlineData("/schemes/all", "", "signature: X-One")]
    [InlineData("/schemes/versioned", "X-Signature", "signature: X-Version")]
    [InlineData("/schemes/requiring", "X-Signature", "signature: X-Version")]
    [InlineData("/schemes/numbered", "", "signature: X-Signature-1")]
    [InlineData("/schemes/query?ts=17", "X-Signature", "signature: query parameter nonce")]
    [InlineData("/token/header", "", "token: X-Token")]
    [InlineData("/token/query", "", "token: query parameter token")]
    [InlineData("/twilio", "", "signature: X-Twilio-Signature")]
    public async Task It_is_named(string endpoint, string present, string missing)
    {
        var headers = present.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (name, "1")).ToArray();

        var response = await shared.Fresh.PostAsync(endpoint, "{}", headers);

        Assert.Contains($"\"detail\":\"Missing {missing} is missing\"", await response.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(400, (int)response.StatusCode);
    }
}
