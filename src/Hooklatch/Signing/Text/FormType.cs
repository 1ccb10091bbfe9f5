using Hooklatch.Bodies.Forms;

namespace Hooklatch.Signing.Text;

/// <summary>The media type of a form whose fields are signed.</summary>
internal static class FormType
{
    public const string Name = "application/x-www-form-urlencoded";

    public static bool Is(string? contentType) =>
        BoundedMediaType.TryParse(contentType, out var type) && type.MediaType.Equals(Name, StringComparison.OrdinalIgnoreCase);
}
