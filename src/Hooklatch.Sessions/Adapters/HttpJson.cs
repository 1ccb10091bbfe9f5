using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooklatch.Sessions.Adapters;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HttpMessage))]
internal sealed partial class HttpJson : JsonSerializerContext;

internal sealed record HttpMessage(string Channel, string Kind, string Text);
