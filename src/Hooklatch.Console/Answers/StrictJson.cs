using System.Text.Json.Serialization;
using Hooklatch.Management;

namespace Hooklatch.Console.Answers;

/// <summary>
/// Reads what changes something. A member that nobody knows is an error here: a misspelt condition of a filter would let an action find more.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    GenerationMode = JsonSourceGenerationMode.Metadata
)]
[JsonSerializable(typeof(DeliveryAction))]
[JsonSerializable(typeof(BulkRequest))]
internal sealed partial class StrictJson : JsonSerializerContext;
