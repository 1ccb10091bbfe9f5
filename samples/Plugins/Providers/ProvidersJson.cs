using System.Text.Json.Serialization;

namespace Providers;

[JsonSerializable(typeof(Verified))]
internal sealed partial class ProvidersJson : JsonSerializerContext;
