using Microsoft.OpenApi;

namespace Hooklatch.OpenApi;

/// <summary>JSON or YAML, whichever the path of a document names.</summary>
internal sealed class DocumentFormat(string contentType, Func<TextWriter, OpenApiWriterBase> createWriter)
{
    private static readonly DocumentFormat Json = new("application/json;charset=utf-8", text => new OpenApiJsonWriter(text));

    /// <summary>The media type of RFC 9512.</summary>
    private static readonly DocumentFormat Yaml = new("application/yaml;charset=utf-8", text => new OpenApiYamlWriter(text));

    public string ContentType => contentType;

    public static DocumentFormat Of(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            ? Yaml
            : Json;

    public async Task<ServedDocument> WriteAsync(OpenApiDocument document, OpenApiSpecVersion version)
    {
        using var bytes = new MemoryStream();
        await using (var text = new StreamWriter(bytes, leaveOpen: true) { NewLine = "\n" })
        {
            await document.SerializeAsync(createWriter(text), version);
        }

        return new ServedDocument(bytes.ToArray());
    }
}
