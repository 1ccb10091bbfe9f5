using System.ComponentModel;
using Hooklatch.Http;

namespace Hooklatch.Binding.Json;

/// <summary>Fields of a <see cref="Nullable{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonNullable
{
    /// <summary>The value, or null if there is none; an error if it is wrong.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="field">What the pass found.</param>
    /// <param name="errors">Receives the error.</param>
    /// <param name="path">The path as written.</param>
    /// <returns>The value, which is only of use if there are no errors.</returns>
    public static T? OrNull<T>(in JsonField<T> field, BindingErrors errors, string path)
        where T : struct
    {
        var value = field.Or(errors, path, default);
        return field.IsPresent ? value : null;
    }
}
