using System.Text.Json.Serialization;

namespace Hooklatch.Management;

/// <summary>
/// How the management API writes JSON. The API and the tool that calls it share these contracts, so that one cannot change without the other.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip
)]
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(Overview))]
[JsonSerializable(typeof(ActivityView))]
[JsonSerializable(typeof(DeliveryPage))]
[JsonSerializable(typeof(DeliveryView))]
[JsonSerializable(typeof(BodyView))]
[JsonSerializable(typeof(RefusalPage))]
[JsonSerializable(typeof(DeliveryAction))]
[JsonSerializable(typeof(ActionResult))]
[JsonSerializable(typeof(DeliveryFilter))]
[JsonSerializable(typeof(BulkRequest))]
[JsonSerializable(typeof(BulkPreview))]
[JsonSerializable(typeof(BulkRun))]
[JsonSerializable(typeof(IReadOnlyList<BulkRun>))]
[JsonSerializable(typeof(ConfigurationView))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(TestRequest))]
[JsonSerializable(typeof(TestResult))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(FeedPage))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryRow>))]
[JsonSerializable(typeof(IReadOnlyList<RefusalRow>))]
[JsonSerializable(typeof(IReadOnlyList<ScheduleView>))]
internal sealed partial class ManagementJson : JsonSerializerContext;
