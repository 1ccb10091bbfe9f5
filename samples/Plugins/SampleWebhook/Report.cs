namespace SampleWebhook;

/// <summary>A report that was uploaded; the size is in bytes.</summary>
public sealed record Report(string Name, string FileName, long Size);
