using System.Text.Json.Serialization;

namespace SampleWebhook;

/// <summary>What the sample's endpoints answer with.</summary>
public sealed record Acknowledgement(string Status, string Message);

/// <summary>What is available, for GET on the resource.</summary>
public sealed record Available(string Status, string[] Data);

/// <summary>What was created, for POST on the resource.</summary>
public sealed record Created(string Status, string Id);

/// <summary>What was deleted, for DELETE on the resource.</summary>
public sealed record Deleted(string Status);

/// <summary>What was uploaded; the size is in bytes.</summary>
public sealed record UploadReceipt(string Status, string Filename, long Size);

/// <summary>What was accepted, for whoever starts a job.</summary>
public sealed record TaskAccepted(string Status, [property: JsonPropertyName("task_id")] string TaskId, string Message);

[JsonSerializable(typeof(Acknowledgement))]
[JsonSerializable(typeof(Available))]
[JsonSerializable(typeof(Created))]
[JsonSerializable(typeof(Deleted))]
[JsonSerializable(typeof(UploadReceipt))]
[JsonSerializable(typeof(BackgroundTask))]
[JsonSerializable(typeof(TaskAccepted))]
internal sealed partial class SampleJson : JsonSerializerContext;
