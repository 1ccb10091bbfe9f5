using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Testing;

/// <summary>
/// Makes the request that a provider would send: signed by the same data that the generated check was made of, so that a plugin is tested
/// without the provider.
/// </summary>
/// <example>
/// <code>
/// using var request = SignedRequest.For&lt;GitHubSignatureAttribute&gt;(secret, """{"zen":"…"}""", new() { Url = url, Event = "ping" });
/// var answer = await client.SendAsync(request);
/// </code>
/// </example>
public static class SignedRequest
{
    /// <summary>A request that is signed with a secret, or carries it as a token.</summary>
    /// <typeparam name="TSignature">The attribute of the endpoint.</typeparam>
    /// <param name="secret">The secret as it is configured.</param>
    /// <param name="body">The body.</param>
    /// <param name="options">What else the request says.</param>
    /// <exception cref="ArgumentException">The scheme needs something that was not given, or verifies in code.</exception>
    public static HttpRequestMessage For<TSignature>(string secret, string body, SignedRequestOptions? options = null)
        where TSignature : SignatureAttribute => For<TSignature>(secret, Encoding.UTF8.GetBytes(body), options);

    /// <inheritdoc cref="For{TSignature}(string, string, SignedRequestOptions?)"/>
    public static HttpRequestMessage For<TSignature>(string secret, byte[] body, SignedRequestOptions? options = null)
        where TSignature : SignatureAttribute => For(typeof(TSignature), secret, body, options);

    /// <summary>A request that is signed with a private key.</summary>
    /// <typeparam name="TSignature">The attribute of the endpoint.</typeparam>
    /// <param name="key">The private key: ECDSA or RSA, as the scheme says.</param>
    /// <param name="body">The body.</param>
    /// <param name="options">What else the request says.</param>
    /// <exception cref="ArgumentException">The scheme needs something that was not given, or another kind of key.</exception>
    public static HttpRequestMessage For<TSignature>(AsymmetricAlgorithm key, byte[] body, SignedRequestOptions? options = null)
        where TSignature : SignatureAttribute =>
        For<TSignature>(
            content =>
                key switch
                {
                    ECDsa ecdsa => ecdsa.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
                    RSA rsa => rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
                    _ => throw new ArgumentException("Only ECDSA and RSA keys sign here; give a function for others.", nameof(key)),
                },
            body,
            options
        );

    /// <summary>A request that is signed with a private key of any kind.</summary>
    /// <typeparam name="TSignature">The attribute of the endpoint.</typeparam>
    /// <param name="sign">Signs a text; it hashes first where the algorithm does.</param>
    /// <param name="body">The body.</param>
    /// <param name="options">What else the request says.</param>
    /// <exception cref="ArgumentException">The scheme needs something that was not given.</exception>
    public static HttpRequestMessage For<TSignature>(Func<byte[], byte[]> sign, byte[] body, SignedRequestOptions? options = null)
        where TSignature : SignatureAttribute
    {
        ArgumentNullException.ThrowIfNull(sign);
        var scheme = SchemeReader.Read(typeof(TSignature), options ??= new(), rule => rule is PublicKeySchemeAttribute);
        return new RequestBuilder(scheme, options, body).Sign(sign);
    }

    internal static HttpRequestMessage For(Type signature, string secret, byte[] body, SignedRequestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(secret);
        options ??= new();
        if (SchemeReader.Find<TokenSchemeAttribute>(signature) is { } token)
        {
            return TokenRequest.Create(signature, token, secret, body, options);
        }

        var scheme = SchemeReader.Read(signature, options, rule => rule is HmacSchemeAttribute or DigestSchemeAttribute);
        return new RequestBuilder(scheme, options, body).Sign(secret);
    }
}
