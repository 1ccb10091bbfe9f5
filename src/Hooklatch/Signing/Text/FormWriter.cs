using System.Text;
using Hooklatch.Bodies.Forms;

namespace Hooklatch.Signing.Text;

/// <summary>Puts a field into a form that is being signed.</summary>
internal static class FormWriter
{
    /// <param name="form">The form.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="name">The field. One of this name is replaced in a urlencoded form.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The body is no form, or a multipart one that has the field or no end.</exception>
    public static byte[] Write(byte[] form, string? contentType, string name, string value) =>
        !FormMediaType.TryParse(contentType, out var type, out _)
            ? throw new ArgumentException("The body is no form, of which the signature is a part.")
        : type.Boundary is { } boundary ? WritePart(form, contentType, boundary, name, value)
        : WritePair(form, name, value);

    private static byte[] WritePair(byte[] form, string name, string value)
    {
        var pairs = Encoding
            .UTF8.GetString(form)
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' ')) != name)
            .Append($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        return Encoding.UTF8.GetBytes(string.Join('&', pairs));
    }

    private static byte[] WritePart(byte[] form, string? contentType, string boundary, string name, string value)
    {
        var values = FormReader.Select(form, contentType, new FormValues([name], Array.MaxLength));
        var end = form.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes($"--{boundary}--"));
        if (!values.IsReadable || values.RepeatsName || values.Bytes(name) is not null || end < 0)
        {
            throw new ArgumentException($"The form has a field {name} already, or is not well-formed.");
        }

        var part = $"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n";
        return [.. form.AsSpan(0, end), .. Encoding.UTF8.GetBytes(part), .. form.AsSpan(end)];
    }
}
