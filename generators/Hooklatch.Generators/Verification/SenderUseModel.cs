using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>An endpoint's sender, where it has a class of its own.</summary>
/// <param name="ClassName">The generated class.</param>
/// <param name="Keys">The paths of the keys, in the order of its parameters.</param>
/// <param name="NamesEndpoint">Whether it has to know the endpoint.</param>
/// <param name="HasAction">Whether it says apart what happened to an event's subject.</param>
internal sealed record SenderUseModel(string ClassName, EquatableArray<string> Keys, bool NamesEndpoint, bool HasAction);
