using System.Text;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>Signs as <see cref="ExactOnlineVerifier"/> verifies: the <c>Content</c> of the body, or all of it, which becomes the content.</summary>
internal sealed class ExactOnlineSigner : IRequestSigner
{
    public SignerKeyKind KeyKind => SignerKeyKind.Secret;

    public IReadOnlyList<string> Settings => [];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        using var document =
            UntrustedJson.Parse(request.Body) ?? throw new ArgumentException("Exact Online signs a JSON object.", nameof(request));
        var content = UntrustedJson.Member(document.RootElement, ExactOnlineText.Content);
        var text = ExactOnlineText.Of(content.ValueKind is System.Text.Json.JsonValueKind.Object ? content : document.RootElement);
        var code = Convert.ToHexString(ExactOnlineText.Hash(Encoding.UTF8.GetBytes(keys.GetSecret()), text));
        request.Body =
        [
            .. Encoding.UTF8.GetBytes($$"""{"{{ExactOnlineText.Content}}":"""),
            .. text,
            .. Encoding.UTF8.GetBytes($$""","{{ExactOnlineText.HashCode}}":"{{code}}"}"""),
        ];
    }
}
