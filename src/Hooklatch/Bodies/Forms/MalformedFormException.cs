using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies.Forms;

/// <summary>A form that turned out malformed while its parts were handed on. A handler lets it pass, and the sender is told why.</summary>
internal sealed class MalformedFormException(FormFailure failure)
    : BadHttpRequestException(failure.Message, StatusCodes.Status400BadRequest)
{
    public FormFailure Failure => failure;
}
