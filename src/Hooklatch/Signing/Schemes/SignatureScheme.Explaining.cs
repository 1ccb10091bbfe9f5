using System.Buffers;
using System.ComponentModel;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Hooklatch.Http;
using Hooklatch.Json;
using Hooklatch.Signing.Text;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Signing.Schemes;

/// <content>What an explanation of a refusal asks of a scheme.</content>
public abstract partial class SignatureScheme
{
    /// <summary>How a signature is written, for explanations.</summary>
    internal (SignatureEncoding Encoding, string Prefix) Writing => (Encoding, Prefix);

    /// <summary>The header of the signature; empty where the body carries it.</summary>
    internal string HeaderOfSignature => SignatureHeader;

    /// <summary>The first of the numbered headers, or the one header.</summary>
    internal string FirstHeaderOfSignature => IsNumbered ? SignatureCandidates.NameOf(SignatureHeader, 1) : SignatureHeader;

    internal SignatureField? FieldOfSignature => Field;

    /// <summary>Whether a text is a signature of the scheme, as far as its writing and its length tell.</summary>
    internal abstract bool IsWellFormed(ReadOnlySpan<char> text);

    /// <summary>How keys are written in the configuration.</summary>
    internal (KeyEncoding Encoding, string Prefix) WritingOfKeys => (KeyEncoding, KeyPrefix);

    /// <summary>
    /// The headers and query parameters that are missing, each as it is told to the sender; with several names, all of them. One that is there and empty
    /// is missing too.
    /// </summary>
    internal IEnumerable<string> MissingSources(IHeaderDictionary headers, IQueryCollection query)
    {
        var names = new List<string>();
        if (WhenHeader is { } when && HeaderName.Find(headers, when).Count == 0 && WhenEquals.Length > 0)
        {
            names.Add(when);
        }

        if (SignatureHeader.Length > 0 && SecurityHeader.Count(HeaderName.Find(headers, FirstHeaderOfSignature)) is HeaderCount.None)
        {
            names.Add(HeaderName.ForPeople(FirstHeaderOfSignature));
        }

        foreach (var name in SignedHeaders)
        {
            if (SecurityHeader.Count(HeaderName.Find(headers, name)) is HeaderCount.None)
            {
                names.Add(HeaderName.ForPeople(name));
            }
        }

        foreach (var name in SignedQuery)
        {
            if (SecurityHeader.Count(query[name]) is HeaderCount.None)
            {
                names.Add(NameOfQuery(name));
            }
        }

        return names.Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A query parameter, for people.</summary>
    internal static string NameOfQuery(string name) => $"query parameter {name}";

    /// <summary>Where a value of the body stands, for people.</summary>
    internal string NameOfBodyValue(int number, string? contentType) =>
        TakesForm(contentType) ? $"field {FormFields[number]} of the form"
        : number < BodyPaths.Length ? $"value at {BodyPaths[number]} of the body"
        : "value of the body";

    /// <summary>Notes the parts of the signed text of a request, with the values that the scheme takes from its body.</summary>
    /// <returns>Whether it is ambiguous, so that it proves nothing.</returns>
    internal bool Trace(SignedTextTrace trace, in ReceivedRequest request)
    {
        using var text = new PooledBufferWriter();
        return Write(text, request.With(trace), body: default, secret: default);
    }
}
