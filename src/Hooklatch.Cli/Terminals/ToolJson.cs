using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hooklatch.Cli.Catalog;
using Hooklatch.Cli.Listening;
using Hooklatch.Cli.Sending;
using Hooklatch.Cli.Verifying;

namespace Hooklatch.Cli.Terminals;

/// <summary>How the tool writes JSON of its own; what a host answers is written by the contracts of its API.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ToolProblem))]
[JsonSerializable(typeof(IReadOnlyList<PresetInfo>))]
[JsonSerializable(typeof(PresetLine))]
[JsonSerializable(typeof(EventLine))]
[JsonSerializable(typeof(SendResult))]
[JsonSerializable(typeof(SendSummary))]
[JsonSerializable(typeof(VerifyResult))]
[JsonSerializable(typeof(CapturedJson))]
[JsonSerializable(typeof(ForwardResult))]
internal sealed partial class ToolJson : JsonSerializerContext;
