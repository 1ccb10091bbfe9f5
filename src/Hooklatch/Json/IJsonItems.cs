using System.ComponentModel;

namespace Hooklatch.Json;

/// <summary>A type that an array's elements fill.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonItems<T> : IJsonValue<T>
{
    /// <summary>Without elements.</summary>
    static abstract T Empty { get; }
}
