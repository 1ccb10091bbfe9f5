using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing;

namespace Hooklatch.Testing;

/// <summary>
/// Makes the request that a provider would send: signed by the same templates, fields and times that the endpoint verifies, so that a plugin is
/// tested without the provider. A preset of Hooklatch signs as it is; an attribute class of your own is <c>partial</c>, so that the generator
/// adds what signs by its schemes, or implements <see cref="ISignable"/> where it verifies in code.
/// </summary>
/// <example>
/// <code>
/// using var request = SignedRequest.For&lt;GitHubSignatureAttribute&gt;(secret, """{"zen":"…"}""", new() { Url = url, Event = "ping" });
/// var answer = await client.SendAsync(request);
/// </code>
/// </example>
public static class SignedRequest
{
    /// <summary>
    /// A request that is signed with a secret, or carries it as a token. For a scheme of private keys alone the text is the private key: PEM, or
    /// PKCS #8 in base64.
    /// </summary>
    /// <typeparam name="TSignature">The attribute of the endpoint.</typeparam>
    /// <param name="secret">The secret as it is configured.</param>
    /// <param name="body">The body.</param>
    /// <param name="options">What else the request says.</param>
    /// <exception cref="ArgumentException">The scheme needs something that was not given.</exception>
    public static HttpRequestMessage For<TSignature>(string secret, string body, SignedRequestOptions? options = null)
        where TSignature : ISignable, new() => For<TSignature>(secret, Encoding.UTF8.GetBytes(body), options);

    /// <inheritdoc cref="For{TSignature}(string, string, SignedRequestOptions?)"/>
    public static HttpRequestMessage For<TSignature>(string secret, byte[] body, SignedRequestOptions? options = null)
        where TSignature : ISignable, new() => For(new TSignature(), SignerKeys.FromText(secret), body, options);

    /// <summary>A request that is signed with a private key.</summary>
    /// <typeparam name="TSignature">The attribute of the endpoint.</typeparam>
    /// <param name="key">The private key: ECDSA or RSA, as the scheme says.</param>
    /// <param name="body">The body.</param>
    /// <param name="options">What else the request says.</param>
    /// <exception cref="ArgumentException">The scheme needs something that was not given, or another kind of key.</exception>
    public static HttpRequestMessage For<TSignature>(AsymmetricAlgorithm key, byte[] body, SignedRequestOptions? options = null)
        where TSignature : ISignable, new() => For(new TSignature(), SignerKeys.FromPrivateKey(key), body, options);

    /// <summary>A request that is signed with a private key of any kind.</summary>
    /// <typeparam name="TSignature">The attribute of the endpoint.</typeparam>
    /// <param name="sign">Signs a text; it hashes first where the algorithm does.</param>
    /// <param name="body">The body.</param>
    /// <param name="options">What else the request says.</param>
    /// <exception cref="ArgumentException">The scheme needs something that was not given.</exception>
    public static HttpRequestMessage For<TSignature>(Func<byte[], byte[]> sign, byte[] body, SignedRequestOptions? options = null)
        where TSignature : ISignable, new() => For(new TSignature(), SignerKeys.FromFunction(sign), body, options);

    /// <summary>A request that is signed as an attribute says, for one whose constructor takes arguments or whose type is not known.</summary>
    /// <param name="signature">The attribute of the endpoint.</param>
    /// <param name="keys">What to sign with; settings of <paramref name="options"/> take the place of its own.</param>
    /// <param name="body">The body.</param>
    /// <param name="options">What else the request says.</param>
    /// <exception cref="ArgumentException">The scheme needs something that was not given.</exception>
    public static HttpRequestMessage For(ISignable signature, SignerKeys keys, byte[] body, SignedRequestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(keys);
        options ??= new();
        var request = new OutgoingRequest
        {
            Method = options.Method.Method,
            Url = options.Url,
            ContentType = options.ContentType,
            Body = body,
            SignedAt = options.SignedAt ?? TimeProvider.System.GetUtcNow(),
            Event = options.Event,
            DeliveryId = options.DeliveryId,
            Scheme = options.Scheme,
        };
        foreach (var (name, value) in options.Headers)
        {
            request.Headers[name] = value;
        }

        signature.CreateSigner().Sign(request, options.Settings.Count == 0 ? keys : keys.With(options.Settings));
        return Message(request);
    }

    private static HttpRequestMessage Message(OutgoingRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Url) { Content = new ByteArrayContent(request.Body) };
        message.Content.Headers.ContentType = request.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : null;
        foreach (var (name, values) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        return message;
    }
}
