namespace Hooklatch.Generators.Configuration;

internal enum ConfigKind
{
    Text,

    /// <summary><c>IParsable&lt;T&gt;</c>.</summary>
    Value,

    /// <summary>A member of an enumeration.</summary>
    Member,

    /// <summary>A <c>Uri</c>.</summary>
    Address,
    Array,
    List,

    /// <summary>A dictionary with texts as keys.</summary>
    Dictionary,
    Object,
}
