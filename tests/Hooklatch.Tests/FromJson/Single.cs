using System.Text;
using System.Text.Json;
using Hooklatch.Binding;
using Hooklatch.Binding.Json;
using Hooklatch.Http;

namespace Hooklatch.Tests.FromJson;

/// <summary>A payload that is one scalar.</summary>
internal struct Single<T, TScalar> : IJsonPayload
    where TScalar : struct, IJsonScalar<T>
{
    private JsonField<T> _field;

    /// <summary>The value; a message if it is of the wrong type; null if the JSON is malformed.</summary>
    public static (object? Value, string? Error)? Read(string json)
    {
        var payload = default(Single<T, TScalar>);
        if (!JsonProjection.TryRead(Encoding.UTF8.GetBytes(json), ref payload))
        {
            return null;
        }

        var errors = new BindingErrors();
        var value = payload._field.Required(errors, "$");
        return errors.IsEmpty ? (value, null) : (null, errors.ByParameter["$"].Single());
    }

    void IJsonPayload.Read(ref JsonCursor cursor) => _field.Read<TScalar>(ref cursor);
}
