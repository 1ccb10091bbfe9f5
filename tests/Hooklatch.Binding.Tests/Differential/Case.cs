using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>One request that both binders get.</summary>
/// <param name="Name">
/// A stable name: the endpoint, the parameter and the input, such as <c>query/int/optional '1,5'</c>. The deviations of docs/binding.md
/// refer to it.
/// </param>
/// <param name="Request">The request.</param>
internal sealed record Case(string Name, Request Request)
{
    /// <summary>Every request of the comparison.</summary>
    public static IEnumerable<Case> All() =>
        [.. TextCases.All(), .. FormCases.All(), .. FileCases.All(), .. JsonCases.All(), .. ImplicitCases.All(), .. BodyCases.All()];
}
