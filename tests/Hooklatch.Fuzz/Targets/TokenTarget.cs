using System.Text;
using System.Text.RegularExpressions;
using Hooklatch.Providers;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;

namespace Hooklatch.Fuzz.Targets;

/// <summary>
/// What a sender writes into a header that holds a token or names a key, a body that holds its own signature, and what an address answers
/// that is asked for keys: nothing throws, nothing is the host's fault, and what is read as a token has the form of one.
/// </summary>
internal sealed partial class TokenTarget : FuzzTarget
{
    private readonly VerifierBench _netlify = new(new NetlifySignatureAttribute { Secret = "Secret" }, ("Secret", "secret"));
    private readonly VerifierBench _plaid = new(new PlaidSignatureAttribute { PublicKey = "Key" }, ("Key", Key));
    private readonly VerifierBench _ebay = new(new EBaySignatureAttribute { PublicKey = "Key" }, ("Key", Key));
    private readonly VerifierBench _circle = new(new CircleSignatureAttribute { PublicKey = "Key" }, ("Key", Key));
    private readonly VerifierBench _exact = new(new ExactOnlineSignatureAttribute { Secret = "Secret" }, ("Secret", "secret"));

    public TokenTarget()
        : base("token") { }

    /// <summary>The point of the curve from which FIPS 186 counts: a key of which nobody knows the private half.</summary>
    private const string Key =
        """{"kty":"EC","crv":"P-256","x":"axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY","y":"T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}""";

    public override void Check(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        foreach (var algorithm in Enum.GetValues<JwsAlgorithm>())
        {
            Assert.True(CompactJws.Read(text, algorithm) is null || Form.IsMatch(text));
        }

        _ = SigningKeyText.Read(text);
        _ = SigningKeyText.ReadJson(input);
        // Nobody knows the key that any of these is verified by, but for the secret ones.
        Assert.InRange(StatusOf(_netlify, "X-Webhook-Signature", text), 200, 403);
        Assert.InRange(StatusOf(_plaid, "Plaid-Verification", text), 400, 403);
        Assert.InRange(StatusOf(_ebay, "X-EBAY-SIGNATURE", text), 400, 403);
        Assert.InRange(StatusOf(_circle, "X-Circle-Signature", text), 400, 403);
        Assert.InRange(_exact.StatusAsync(new BenchRequest(input)).GetAwaiter().GetResult(), 200, 403);
    }

    // Complete already: nothing is fetched.
    private static int StatusOf(VerifierBench bench, string header, string value) =>
        bench.StatusAsync(new BenchRequest("{}") { Headers = [(header, value), ("X-Circle-Key-Id", "k1")] }).GetAwaiter().GetResult();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\z")]
    private static partial Regex Form { get; }
}
