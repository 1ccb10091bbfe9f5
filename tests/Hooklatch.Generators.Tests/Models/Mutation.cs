using System.Collections;
using System.Reflection;
using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Tests.Models;

/// <summary>A model with one property changed, somewhere in it.</summary>
/// <param name="Property">The property, <c>Type.Name</c>.</param>
/// <param name="Model">The changed model.</param>
internal sealed record Mutation(string Property, object Model)
{
    /// <summary>Every way to change one property of a model or of what it holds.</summary>
    public static IEnumerable<Mutation> Of(object model) =>
        from property in PropertiesOf(model.GetType())
        from change in Changes(property, property.GetValue(model))
        where change.Value is not null || IsNullable(property)
        select new Mutation(change.Property, With(model, property, change.Value));

    /// <summary>The properties that make up a model: those that can be initialised.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type model) =>
        model.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.SetMethod is not null);

    public static string NameOf(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    private static bool IsNullable(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).WriteState is NullabilityState.Nullable;

    /// <summary>Other values of a property: of itself under its own name, of what it holds under theirs.</summary>
    private static IEnumerable<(string Property, object? Value)> Changes(PropertyInfo property, object? value)
    {
        (string Property, object? Value)[] inside = [.. Inside(value)];
        var own = Others(property.PropertyType, value).Concat(inside.Take(1).Concat(inside.TakeLast(1)).Select(change => change.Value));
        return own.Select(other => (NameOf(property), other)).Concat(inside);
    }

    private static object?[] Others(Type type, object? value) =>
        value switch
        {
            null => type == typeof(string) ? ["x"] : [],
            string text => [$"{text}x", null],
            bool flag => [!flag],
            int number => [number + 1],
            long number => [number + 1],
            char character => [(char)(character + 1)],
            Enum member => [.. Enum.GetValues(type).Cast<object>().Where(other => !other.Equals(member))],
            IEnumerable items => Lists(type, [.. items.Cast<object>()]),
            _ => [null],
        };

    private static object?[] Lists(Type type, object[] items) =>
        items.Length == 0 ? [] : [ListOf(type, items[1..]), ListOf(type, [.. items, items[0]])];

    private static IEnumerable<(string Property, object? Value)> Inside(object? value) =>
        value is null ? []
        : ModelShape.IsRecord(value.GetType()) ? Of(value).Select(mutation => (mutation.Property, (object?)mutation.Model))
        : ModelShape.IsEquatableArray(value.GetType()) ? InsideList(value.GetType(), [.. ((IEnumerable)value).Cast<object>()])
        : [];

    private static IEnumerable<(string Property, object? Value)> InsideList(Type type, object[] items) =>
        from i in Enumerable.Range(0, items.Length)
        from change in Inside(items[i])
        select (change.Property, (object?)ListOf(type, [.. items[..i], change.Value!, .. items[(i + 1)..]]));

    private static object ListOf(Type type, object[] items)
    {
        var element = type.GetGenericArguments()[0];
        var typed = Array.CreateInstance(element, items.Length);
        items.CopyTo(typed, 0);
        return typeof(EquatableArray).GetMethod(nameof(EquatableArray.ToEquatableArray))!.MakeGenericMethod(element).Invoke(null, [typed])!;
    }

    private static object With(object model, PropertyInfo property, object? value)
    {
        var copy = model.GetType().GetMethod("<Clone>$")!.Invoke(model, null)!;
        property.SetValue(copy, value);
        return copy;
    }
}
