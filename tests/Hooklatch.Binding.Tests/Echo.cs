using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Binding.Tests;

/// <summary>Writes what a handler received as one line that differs whenever the values do.</summary>
internal static class Echo
{
    public static Task<string> Of(object? value) => Task.FromResult(Render(value));

    public static Task<string> Of(object? value, object? optional) => Task.FromResult($"{Render(value)} {Render(optional)}");

    public static Task<string> Of(object? value, object? optional, object? all) =>
        Task.FromResult($"{Render(value)} {Render(optional)} {Render(all)}");

    private static string Render(object? value) =>
        value switch
        {
            null => "null",
            string text => Quote(text),
            char character => Quote(character.ToString()),
            bool flag => flag ? "true" : "false",
            DateTime time => $"{time:O}/{time.Kind}",
            DateTimeOffset or DateOnly or TimeOnly => string.Create(CultureInfo.InvariantCulture, $"{value:O}"),
            Uri uri => Quote(uri.OriginalString),
            JsonElement element => element.ValueKind is JsonValueKind.Undefined ? "undefined" : element.GetRawText(),
            JsonNode node => node.ToJsonString(),
            StringValues values => Render(values.ToArray()),
            IFormFileCollection files => Render(files.ToArray()),
            IFormCollection form => $"{Render(form.ToDictionary())} {Render(form.Files)}",
            IFormFile file => Render(file),
            IDictionary entries =>
                $"{{{string.Join(", ", entries.Keys.Cast<object>().Select(key => $"{Render(key)}: {Render(entries[key])}").Order(StringComparer.Ordinal))}}}",
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Render))}]",
            IFormattable scalar => $"{scalar.ToString(null, CultureInfo.InvariantCulture)}",
            _ when value.GetType() is { Namespace: { } home } type && home.StartsWith("Hooklatch", StringComparison.Ordinal) =>
                $"{type.Name}({string.Join(", ", type.GetProperties().Select(property => $"{property.Name}: {Render(property.GetValue(value))}"))})",
            _ => $"{value}",
        };

    private static string Render(IFormFile file)
    {
        using var content = new MemoryStream();
        file.CopyTo(content);
        var headers = string.Join(", ", file.Headers.Select(header => $"{header.Key}: {header.Value}"));
        var hash = Convert.ToHexString(SHA256.HashData(content.ToArray()), 0, 4);
        return $"file({Quote(file.Name)}, {Quote(file.FileName)}, {Render(file.ContentType)}, {file.Length}, {content.Length}, {hash}, {headers})";
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text)
        {
            quoted.Append(char.IsControl(character) || char.IsSurrogate(character) ? $"\\u{(int)character:X4}" : character.ToString());
        }

        return quoted.Append('\'').ToString();
    }
}
