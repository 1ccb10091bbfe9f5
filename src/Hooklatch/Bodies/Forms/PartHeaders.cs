using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Bodies.Forms;

/// <summary>The headers of one part (RFC 7578 §4.2), read with the header types of ASP.NET Core.</summary>
internal sealed class PartHeaders
{
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    private PartHeaders(string name, string? fileName, IHeaderDictionary all) => (Name, FileName, All) = (name, fileName, all);

    public string Name { get; }

    /// <summary>The display name of a file; null for a field.</summary>
    public string? FileName { get; }

    [MemberNotNullWhen(true, nameof(FileName))]
    public bool IsFile => FileName is not null;

    public IHeaderDictionary All { get; }

    /// <summary>Whether text can be made of the part. Files keep their bytes whatever their charset, and so does a part that is handed on.</summary>
    public bool HasReadableCharset => StringValues.IsNullOrEmpty(All.ContentType) || (ContentType is { } type && Charsets.IsReadable(type));

    /// <summary>Whether the part is said to be US-ASCII; <see langword="null"/> where it states no charset.</summary>
    public bool? IsAscii => ContentType is { Charset.Length: > 0 } type ? Charsets.IsAscii(type) : null;

    private MediaTypeHeaderValue? ContentType =>
        All.ContentType.Count == 1 && BoundedMediaType.TryParse(All.ContentType.ToString(), out var type) ? type : null;

    /// <param name="lines">Header lines, each with its CR LF.</param>
    /// <param name="limits">How many, and how long.</param>
    /// <param name="failure">Why the result is null.</param>
    public static PartHeaders? Parse(ReadOnlySpan<byte> lines, FormLimits limits, out FormFailure? failure)
    {
        var headers = new HeaderDictionary();
        failure = ReadLines(lines, limits, headers);
        return failure is null ? Interpret(headers, limits, out failure) : null;
    }

    private static FormFailure? ReadLines(ReadOnlySpan<byte> lines, FormLimits limits, IHeaderDictionary headers)
    {
        if (!Utf8.IsValid(lines))
        {
            return FormFailure.Malformed("The headers of a part are not UTF-8.");
        }

        var rest = Encoding.UTF8.GetString(lines).AsSpan();
        for (var count = 1; !rest.IsEmpty; count++)
        {
            if (count > limits.MaxPartHeaders)
            {
                return FormFailure.Limit($"A part has more than {limits.MaxPartHeaders} headers.");
            }

            var end = rest.IndexOf("\r\n");
            if (!TryAdd(headers, rest[..end]))
            {
                return FormFailure.Malformed("A header of a part is malformed.");
            }

            rest = rest[(end + 2)..];
        }

        return null;
    }

    private static bool TryAdd(IHeaderDictionary headers, ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || line[..colon].ContainsAnyExcept(TokenCharacters))
        {
            return false;
        }

        var value = line[(colon + 1)..].Trim();
        foreach (var character in value)
        {
            // A bare CR or LF is a line end to some parsers; NUL ends the text for others.
            if (char.IsControl(character) && character != '\t')
            {
                return false;
            }
        }

        // Append() drops a header without a value, and a second Content-Disposition must not pass for none.
        var name = line[..colon].ToString();
        headers[name] = StringValues.Concat(headers[name], value.ToString());
        return true;
    }

    private static PartHeaders? Interpret(IHeaderDictionary headers, FormLimits limits, out FormFailure? failure)
    {
        if (!TryReadDisposition(headers, out var disposition))
        {
            failure = FormFailure.Malformed("A part needs one Content-Disposition of form-data with a name.");
            return null;
        }

        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (Encoding.UTF8.GetByteCount(name) > limits.MaxKeyBytes)
        {
            failure = FormFailure.Limit($"The name of a field is longer than {limits.MaxKeyBytes} bytes.");
            return null;
        }

        // An empty file name is a file input that was left empty, which ASP.NET Core reads as a field.
        if (!StringSegment.IsNullOrEmpty(disposition.FileName) || !StringSegment.IsNullOrEmpty(disposition.FileNameStar))
        {
            var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
            failure = null;
            return new PartHeaders(name, FileNames.ToDisplayName(HeaderUtilities.RemoveQuotes(fileName).ToString()), headers);
        }

        failure = null;
        return new PartHeaders(name, fileName: null, headers);
    }

    private static bool TryReadDisposition(IHeaderDictionary headers, out ContentDispositionHeaderValue disposition) =>
        ContentDispositionHeaderValue.TryParse(headers.ContentDisposition.ToString(), out disposition!)
        && headers.ContentDisposition.Count == 1
        && disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase)
        && disposition.Parameters.All(IsReadable)
        && CountOf(disposition, "name") == 1
        && CountOf(disposition, "filename") <= 1
        && CountOf(disposition, "filename*") <= 1;

    /// <summary>
    /// The getter of <c>filename*</c> throws where there is no value, and where its charset is UTF-7. RFC 5987 §3.2.1 has two charsets.
    /// </summary>
    private static bool IsReadable(NameValueHeaderValue parameter) =>
        parameter.Value.HasValue
        && (
            !parameter.Name.EndsWith("*", StringComparison.Ordinal)
            || !parameter.Value.AsSpan().Contains('\'')
            || parameter.Value.StartsWith("utf-8'", StringComparison.OrdinalIgnoreCase)
            || parameter.Value.StartsWith("iso-8859-1'", StringComparison.OrdinalIgnoreCase)
        );

    private static int CountOf(ContentDispositionHeaderValue disposition, string parameter)
    {
        var count = 0;
        foreach (var candidate in disposition.Parameters)
        {
            count += candidate.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count;
    }
}
