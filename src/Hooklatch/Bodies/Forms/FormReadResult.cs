using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies.Forms;

/// <summary>A form, or why it was rejected.</summary>
internal readonly record struct FormReadResult(IFormCollection? Form, FormFailure? Failure)
{
    [MemberNotNullWhen(true, nameof(Form))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Form is not null;

    public static implicit operator FormReadResult(FormFailure failure) => new(null, failure);
}
