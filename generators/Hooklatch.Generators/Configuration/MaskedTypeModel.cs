using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Configuration;

/// <summary>A partial record with a secret, which gets a text that hides it.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Declarations">The declarations around it and its own, the outermost first: <c>partial record Stripe</c>.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Properties">What its text shows.</param>
internal sealed record MaskedTypeModel(
    string Namespace,
    EquatableArray<string> Declarations,
    string Name,
    EquatableArray<MaskedPropertyModel> Properties
);

/// <param name="Name">The property.</param>
/// <param name="IsSecret">Whether its value is hidden.</param>
internal sealed record MaskedPropertyModel(string Name, bool IsSecret);
