using System.Text.Json.Serialization;

namespace Hooklatch.Signing.Refusals;

/// <summary>Writes explanations as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata
)]
[JsonSerializable(typeof(RefusalExplanation))]
internal sealed partial class RefusalJson : JsonSerializerContext;
