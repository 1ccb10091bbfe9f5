using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.Handshakes;

/// <summary>Answers the handshakes of a provider of one endpoint. Nothing of them reaches a handler.</summary>
internal sealed class EndpointHandshakes
{
    /// <summary>The largest body of a handshake that nobody signed.</summary>
    public const long MaxUnsignedBytes = UntrustedJson.MaxUnsignedBytes;

    private readonly HandshakeResponder[] _all;
    private readonly HandshakeResponder[] _oracles;
    private readonly WebhookVerifier _verifier;

    public EndpointHandshakes(EndpointKey endpoint, WebhookSender sender, IReadOnlyCollection<string> methods, SecretInstaller installer)
    {
        var allow = string.Join(", ", methods.DefaultIfEmpty("POST"));
        _all =
        [
            .. sender.Handshakes.Select(handshake => new HandshakeResponder(
                endpoint.Plugin,
                endpoint.Template,
                handshake,
                installer,
                allow
            )),
        ];
        HasUnsignedBody = _all.Any(responder => responder.Handshake is { TakesUnsigned: true, NeedsBody: true });
        _oracles = [.. _all.Where(responder => responder.Handshake is { TakesUnsigned: true, Mac: not HandshakeMac.None })];
        _verifier = sender.Verifier;
    }

    /// <summary>Whether a handshake that nobody signed may have a body.</summary>
    public bool HasUnsignedBody { get; }

    /// <summary>Whether the verifier of the endpoint answers handshakes.</summary>
    public bool HasVerifiersOwn => _all.Any(responder => responder.Handshake.ByVerifier);

    /// <summary>Whether a handshake that nobody signed is answered with a MAC.</summary>
    public bool HasOracles => _oracles.Length > 0;

    /// <summary>Whether the verifier of the endpoint answers this request.</summary>
    public bool IsForVerifier(HttpContext http) => _all.Any(responder => responder.Handshake.ByVerifier && responder.Applies(http, []));

    /// <summary>The answer to a handshake that can be told from the request line and the headers.</summary>
    /// <returns>The answer or a rejection; <see langword="null"/> where it is no such handshake.</returns>
    public async ValueTask<WebhookResult?> AnswerUnsignedAsync(Delivery context, HttpContext http)
    {
        foreach (var responder in _all)
        {
            if (responder.Handshake is { IsUnsigned: true, NeedsBody: false, WhenBodyIsEmpty: false } && responder.Applies(http, []))
            {
                return await responder.AnswerAsync(context, http, []);
            }
        }

        return null;
    }

    /// <summary>The answer to a handshake that is an empty body without a signature.</summary>
    public async ValueTask<WebhookResult?> AnswerEmptyAsync(Delivery context, HttpContext http)
    {
        foreach (var responder in _all)
        {
            if (responder.Handshake is { IsUnsigned: true, WhenBodyIsEmpty: true } && IsEmpty(http) && responder.Applies(http, []))
            {
                return await responder.AnswerAsync(context, http, []);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether anyone could have had this delivery signed by asking for it: a digest of a value that nobody signed is what the same value is
    /// signed with as a delivery. <c>null</c> and <c>123</c> are JSON documents, and a timestamp before an empty body is a number.
    /// </summary>
    public bool IsOracleFor(Delivery context, HttpContext http)
    {
        foreach (var oracle in _oracles)
        {
            foreach (var text in _verifier.SignedTextsOf(context, http, oracle.MaxTextLength(http)))
            {
                if (oracle.CouldSign(http, text))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The answer to a handshake with a body; after the verification unless the provider has no secret to sign with yet.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="http">The request.</param>
    /// <param name="values">The values of the body.</param>
    /// <param name="isVerified">Whether the body is verified.</param>
    public async ValueTask<WebhookResult?> AnswerBodyAsync(Delivery context, HttpContext http, string?[] values, bool isVerified)
    {
        foreach (var responder in _all)
        {
            var isAsked = isVerified ? !responder.Handshake.IsUnsigned : responder.Handshake.TakesUnsigned;
            if (responder.Handshake.NeedsBody && isAsked && responder.Applies(http, values))
            {
                return await responder.AnswerAsync(context, http, values);
            }
        }

        return null;
    }

    private static bool IsEmpty(HttpContext http) =>
        http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false } || http.Request.ContentLength is 0;
}
