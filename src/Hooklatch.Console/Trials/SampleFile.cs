namespace Hooklatch.Console.Trials;

/// <summary>The sample of a provider for one event.</summary>
/// <param name="Event">The event.</param>
/// <param name="IsForm">Whether it is a form.</param>
/// <param name="Text">The body.</param>
internal sealed record SampleFile(string Event, bool IsForm, string Text);
