using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Bodies.Forms;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>Signs a form as <see cref="AlipayVerifier"/> verifies it. A form without an application or a time gets them.</summary>
internal sealed class AlipaySigner : IRequestSigner
{
    private const string AppId = nameof(AlipaySignatureAttribute.AppId);

    public SignerKeyKind KeyKind => SignerKeyKind.PrivateKey;

    public IReadOnlyList<string> Settings => [AppId];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        var fields = FormPairs.Read(request.Body) ?? throw new ArgumentException("Alipay signs a form.", nameof(request));
        AddMissing(fields, "app_id", () => keys.GetSetting(AppId));
        AddMissing(
            fields,
            "notify_time",
            () => request.SignedAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        );
        var text =
            (AlipayText.IsRepeated(fields) ? null : AlipayText.Of(fields, signType: null))
            ?? throw new ArgumentException("The form could be read in two ways.", nameof(request));
        fields.Add(new("sign_type", AlipayText.Rsa2));
        fields.Add(new("sign", Convert.ToBase64String(keys.SignText(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256))));
        request.ContentType = FormType.Name;
        request.Body = Encoding.UTF8.GetBytes(
            string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))
        );
    }

    private static void AddMissing(List<KeyValuePair<string, string>> fields, string name, Func<string> value)
    {
        if (FormPairs.Single(fields, name) is null)
        {
            fields.Add(new(name, value()));
        }
    }
}
