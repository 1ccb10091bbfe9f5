using System.Text.Json.Serialization;

namespace Hooklatch.Fuzz.Handlers;

[JsonSerializable(typeof(Push))]
[JsonSerializable(typeof(Order))]
internal sealed partial class FuzzJson : JsonSerializerContext;
