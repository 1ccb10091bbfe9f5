using System.Reflection;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Handlers;

namespace Hooklatch.Generators.Tests.Models;

/// <summary>
/// What a model may be made of: text, numbers, booleans, enumerations, other models and equatable arrays of these. Everything else either
/// compares by reference, so that nothing is ever cached, or keeps a compilation alive, as Roslyn's types do.
/// </summary>
internal static class ModelShape
{
    /// <summary>Every type that takes part in a model, wherever it is declared.</summary>
    public static IEnumerable<Type> Models
    {
        get
        {
            var visited = new HashSet<Type>();
            var roots = typeof(HandlerModel)
                .Assembly.GetTypes()
                .Where(type => IsRecord(type) && (type == typeof(HandlerEntry) || type.Name.EndsWith("Model", StringComparison.Ordinal)));
            _ = roots.SelectMany(root => Offences(root, visited)).ToList();
            return visited;
        }
    }

    /// <summary>The fields, however deep, that must not be part of a model: <c>Model.Field: Type</c>.</summary>
    public static IEnumerable<string> Offences(Type model) => Offences(model, []);

    private static IEnumerable<string> Offences(Type model, HashSet<Type> visited) =>
        visited.Add(model)
            ? FieldsOf(model).SelectMany(field => Offences(field.FieldType, $"{model.Name}.{Name(field)}: {field.FieldType}", visited))
            : [];

    private static IEnumerable<string> Offences(Type type, string path, HashSet<Type> visited) =>
        type == typeof(string) || type.IsPrimitive || type.IsEnum ? []
        : Nullable.GetUnderlyingType(type) is { } value ? Offences(value, path, visited)
        : IsEquatableArray(type) ? Offences(type.GetGenericArguments()[0], path, visited)
        : IsRecord(type) ? Offences(type, visited).Concat(Derived(type).SelectMany(derived => Offences(derived, visited)))
        : [path];

    public static bool IsEquatableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<Type> Derived(Type type) => type.Assembly.GetTypes().Where(candidate => candidate.BaseType == type);

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) =>
        type is null || type == typeof(object)
            ? []
            : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Concat(FieldsOf(type.BaseType));

    private static string Name(FieldInfo field) => field.Name.TrimStart('<').Split('>')[0];
}
