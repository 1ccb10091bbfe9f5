using System.Text.Json.Serialization;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

[assembly: Plugin("test", "described", Name = "Described", Description = "Has a webhook of every kind.")]

namespace Hooklatch.OpenApi.Tests;

[PluginConfig]
public sealed class Secrets
{
    [Secret]
    public string? Shared { get; init; }
}

[HmacScheme(HmacAlgorithm.Sha512, Header = "X-Signature", SignedContent = "{timestamp}.{body}")]
[TimestampFrom(Header = "X-Timestamp", Unit = TimeUnit.Seconds, ToleranceSeconds = 300)]
[EventFrom(Header = "X-Event")]
public sealed class TimedSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{body}")]
public sealed class PlainSignatureAttribute : SignatureAttribute;

public enum Level
{
    Low,
    High,
}

public sealed record Address(string City, int? Zip = null);

public sealed record Order(string Number, Address? Ship, List<Address> Stops, Order? Parent = null)
{
    public Dictionary<string, decimal>? Prices { get; init; }
}

[JsonDerivedType(typeof(Circle), "circle")]
public record Shape;

public sealed record Circle(double Radius) : Shape;

public sealed record ParcelReceived(Guid ParcelId, [property: JsonConverter(typeof(JsonStringEnumConverter<Level>))] Level Level);

[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Shape))]
[JsonSerializable(typeof(int[]))]
internal sealed partial class WebJson : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ParcelReceived))]
internal sealed partial class SnakeJson : JsonSerializerContext;
