namespace Hooklatch.Console.Tests.Hosting;

/// <summary>What a host keeps its deliveries in.</summary>
public enum StoreKind
{
    None,
    Memory,
    Sqlite,
}
