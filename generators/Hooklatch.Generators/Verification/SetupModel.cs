using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>How a provider is set up, for people.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="Link">Its page.</param>
/// <param name="Steps">What to do there.</param>
internal sealed record SetupModel(string Provider, string Link, EquatableArray<string> Steps);
