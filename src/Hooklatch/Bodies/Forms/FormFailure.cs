namespace Hooklatch.Bodies.Forms;

/// <summary>Why a form was rejected.</summary>
/// <param name="Kind">What kind of fault it is.</param>
/// <param name="Message">One sentence for the sender; it repeats nothing of the form's values.</param>
/// <param name="Field">The field that is at fault, where there is one.</param>
internal sealed record FormFailure(FormFailureKind Kind, string Message, string? Field = null)
{
    public static FormFailure Malformed(string message, string? field = null) => new(FormFailureKind.Malformed, message, field);

    public static FormFailure Limit(string message, string? field = null) => new(FormFailureKind.LimitExceeded, message, field);

    public static FormFailure Unsupported(string message) => new(FormFailureKind.UnsupportedMediaType, message);
}
