using System.ComponentModel;

namespace Hooklatch.Endpoints;

/// <summary>Chooses the handler of an event.</summary>
/// <param name="name">The event as the provider names it; <see langword="null"/> where it names none.</param>
/// <param name="action">What happened to its subject, where the provider says so apart.</param>
/// <returns>The number of the handler, or -1 where none takes the event.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate int EventChoice(string? name, string? action);
