using System.Text;
using Hooklatch.Http;
using Hooklatch.Json;

namespace Hooklatch.Tests.FromJson;

/// <summary>A payload that is one value.</summary>
internal static class Single<T, TValue>
    where TValue : struct, IJsonValue<T>
{
    private static readonly JsonShape Shape = new("$");

    /// <summary>The value; a message if it is of the wrong type; null if the JSON is malformed.</summary>
    public static (object? Value, string? Error)? Read(string json)
    {
        var errors = new BindingErrors();
        var values = JsonValues.Find(Encoding.UTF8.GetBytes(json), Shape, errors);
        var value = values.Required<T, TValue>(0);
        return !values.End() ? null
            : errors.IsEmpty ? (value, null)
            : (null, errors.ByParameter["$"].Single());
    }
}
