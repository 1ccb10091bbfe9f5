using System.Text;
using Hooklatch.Description;
using Hooklatch.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Hooklatch.Console.Trials;

/// <summary>Makes a form that a handler can read.</summary>
internal static class SampleForm
{
    public const string UrlEncoded = "application/x-www-form-urlencoded";

    private const string Boundary = "hooklatch-sample";

    /// <summary>The provider's form with what the handler needs besides.</summary>
    /// <param name="use">What the endpoint needs of the body.</param>
    /// <param name="sample">The provider's form; <see langword="null"/> where it has none.</param>
    /// <param name="details">What the handler reads.</param>
    public static (byte[] Body, string ContentType, IReadOnlyList<string> Added) Make(
        BodyUse use,
        string? sample,
        WebhookDescription details
    )
    {
        var fields = sample is null
            ? []
            : QueryHelpers
                .ParseQuery(sample)
                .SelectMany(field => field.Value.Select(value => (Name: field.Key, Value: value ?? "")))
                .ToList();
        var missing = details
            .Form.Where(value => !value.IsOptional && !IsFile(value) && !fields.Exists(field => field.Name == NameOf(value)))
            .ToList();
        fields.AddRange(missing.Select(value => (NameOf(value), Placeholder.Text(value))));
        var files = details.Form.Where(value => !value.IsOptional && IsFile(value)).Select(value => value.Name).ToList();
        string[] added = sample is null ? [] : [.. missing.Select(value => value.Name)];
        return use is BodyUse.Files or BodyUse.Parts || files.Count > 0
            ? (Multipart(fields, files), $"multipart/form-data; boundary={Boundary}", added)
            : (
                Encoding.UTF8.GetBytes(
                    string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"))
                ),
                UrlEncoded,
                added
            );
    }

    private static bool IsFile(ValueDescription value) => typeof(IFormFile).IsAssignableFrom(value.Type);

    /// <summary>Of a list of objects, the first.</summary>
    private static string NameOf(ValueDescription value) => value.Name.Replace("[*]", "[0]", StringComparison.Ordinal);

    private static byte[] Multipart(List<(string Name, string Value)> fields, List<string> files)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            text.Append($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{Escape(name)}\"\r\n\r\n{value}\r\n");
        }

        foreach (var name in files)
        {
            text.Append(
                $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{Escape(name)}\"; filename=\"sample.txt\"\r\nContent-Type: text/plain\r\n\r\nsample\r\n"
            );
        }

        return Encoding.UTF8.GetBytes(text.Append($"--{Boundary}--\r\n").ToString());
    }

    private static string Escape(string name) => name.Replace("\"", "%22", StringComparison.Ordinal);
}
