using System.Buffers;
using System.ComponentModel;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Hooklatch.Http;
using Hooklatch.Json;
using Hooklatch.Signing.Text;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Signing.Schemes;

/// <content>How a signer puts a signature and what belongs to it into a request.</content>
public abstract partial class SignatureScheme
{
    /// <summary>Puts a signature where <see cref="Offered"/> looks for it.</summary>
    internal void Write(OutgoingRequest request, ReadOnlySpan<byte> signature)
    {
        var text = Prefix + SignatureText.Encode(signature, Encoding);
        if (SignatureValue >= 0)
        {
            WriteValue(request, SignatureValue, Field is { } inBody ? inBody.Append(default, text) : text);
            return;
        }

        var header = IsNumbered ? SignatureCandidates.NameOf(SignatureHeader, 1) : HeaderName.At(SignatureHeader, request.NamePlace);
        request.Headers[header] = Field is { } field ? field.Append(request.Headers[header], text) : text;
    }

    /// <summary>Puts a value into the body where it has none yet.</summary>
    internal void WriteMissing(OutgoingRequest request, int number, string value, bool isNumber)
    {
        if (!TakesForm(request.ContentType))
        {
            request.WriteMissing(BodyPaths[number], value, isNumber);
        }
        else if (request.ReadForm([FormFields[number]])?.Text(FormFields[number]) is null)
        {
            request.WriteField(FormFields[number], value);
        }
    }

    private void WriteValue(OutgoingRequest request, int number, string value)
    {
        if (TakesForm(request.ContentType))
        {
            request.WriteField(FormFields[number], value);
        }
        else
        {
            request.Write(BodyPaths[number], value);
        }
    }

    private bool TakesForm(string? contentType) => FormFields.Length > 0 && (BodyPaths.Length == 0 || FormMediaType.IsForm(contentType));
}
