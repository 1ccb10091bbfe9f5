namespace Hooklatch.Binding.Tests.Hazards;

/// <summary>Tests that measure time or memory, and so run while nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "measures time or memory";
}
