using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooklatch;

/// <summary>Writes <c>***</c> for a secret, whatever holds it, and reads what is a secret: text, an array or list of texts, or a dictionary of them.</summary>
internal sealed class SecretConverter : JsonConverter<object>
{
    private const string Mask = "***";

    public override bool CanConvert(Type typeToConvert) => true;

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => writer.WriteStringValue(Mask);

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.StartArray => ReadList(ref reader, typeToConvert),
            JsonTokenType.StartObject => ReadDictionary(ref reader),
            _ => throw new JsonException("A secret is text, an array of texts or an object of texts."),
        };

    private static object ReadList(ref Utf8JsonReader reader, Type type)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            texts.Add(Text(ref reader));
        }

        return type.IsAssignableFrom(typeof(string[])) ? texts.ToArray() : texts;
    }

    private static Dictionary<string, string> ReadDictionary(ref Utf8JsonReader reader)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            _ = reader.Read();
            texts[name] = Text(ref reader);
        }

        return texts;
    }

    private static string Text(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String ? reader.GetString()! : throw new JsonException("A secret is text.");
}
