using System.Text.Json;
using System.Text.Json.Serialization;
using Hooklatch.Tests.Pipeline;

namespace Hooklatch.Tests.Binding;

/// <summary>Read and written with the defaults for the web.</summary>
public sealed record Order(string OrderId, int Count);

/// <summary>A value type, which has no null to stand for a body that is missing.</summary>
public readonly record struct Point(int X, int Y);

/// <summary>Read and written as its context's own options say.</summary>
public sealed record SnakeOrder(string OrderId);

/// <summary>As deep as a body says.</summary>
public sealed class Matryoshka
{
    public Matryoshka? Inner { get; init; }
}

[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Point))]
[JsonSerializable(typeof(Point?))]
[JsonSerializable(typeof(Matryoshka))]
[JsonSerializable(typeof(Unserialisable))]
[JsonSerializable(typeof(Bound))]
internal sealed partial class WebJson : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SnakeOrder))]
internal sealed partial class SnakeJson : JsonSerializerContext;
