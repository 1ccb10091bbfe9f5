using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Configuration;

/// <summary>Writes how the objects of a configuration are read: a method for each class, and one more for each that holds secrets.</summary>
internal sealed class ConfigObjectEmitter(SourceWriter writer)
{
    private const string Reader = "global::Hooklatch.Configuration.ConfigReader reader";

    private readonly NameScope _names = new("BindAll", "RenewAll", "Bind", "Validate", "WithSecrets", "Rules");
    private readonly Dictionary<string, string> _suffixes = new(StringComparer.Ordinal);
    private readonly Queue<(string Type, EquatableArray<ConfigPropertyModel> Properties)> _pending = new();

    public void Emit(string type, EquatableArray<ConfigPropertyModel> properties)
    {
        _suffixes.Add(type, "All");
        _pending.Enqueue((type, properties));
        while (_pending.Count > 0)
        {
            var (next, members) = _pending.Dequeue();
            EmitBind(next, members);
            if (members.Any(member => member.HoldsSecret))
            {
                EmitRenew(next, members);
            }
        }
    }

    /// <summary>An object as its class initialises it, and then as it is configured: where nothing is, the first one's values stay.</summary>
    private void EmitBind(string type, EquatableArray<ConfigPropertyModel> properties)
    {
        writer.Line();
        using (writer.Braces($"private static {type} Bind{_suffixes[type]}({Reader}, {type}? defaults)"))
        {
            EmitDefaults(type, [.. properties.Where(property => property.IsRequired).Select(property => property.Name)]);
            EmitConstruction(type, properties, BindValue, "defaults");
        }
    }

    private void EmitDefaults(string type, string[] required)
    {
        if (required.Length == 0)
        {
            writer.Line($"defaults ??= new {type}();");
            return;
        }

        using (writer.Braces("if (defaults is null)"))
        {
            var initialisers = string.Join(", ", required.Select(name => $"{Identifier.Escape(name)} = default!"));
            writer
                .Line($"reader.Require([{string.Join(", ", required.Select(Literal.String))}]);")
                .Line($"defaults = new {type} {{ {initialisers} }};");
        }

        writer.Line();
    }

    /// <summary>A copy of an object with the secrets that are configured now.</summary>
    private void EmitRenew(string type, EquatableArray<ConfigPropertyModel> properties)
    {
        writer.Line();
        using (writer.Braces($"private static {type} Renew{_suffixes[type]}({Reader}, {type} last)"))
        {
            EmitConstruction(type, properties, RenewValue, "last");
        }
    }

    private void EmitConstruction(
        string type,
        EquatableArray<ConfigPropertyModel> properties,
        Func<ConfigPropertyModel, string> value,
        string otherwise
    )
    {
        if (properties.Count == 0)
        {
            writer.Line($"return {otherwise};");
            return;
        }

        writer.Line($"return new {type}").Line("{");
        using (writer.Indented())
        {
            writer.Lines(properties.Select(property => $"{Identifier.Escape(property.Name)} = {Assigned(property)},"));
        }

        writer.Line("};");

        string Assigned(ConfigPropertyModel property) => property.ForbidsNull ? $"({value(property)})!" : value(property);
    }

    private string BindValue(ConfigPropertyModel property) => Read(property, $"defaults.{Identifier.Escape(property.Name)}");

    private string RenewValue(ConfigPropertyModel property)
    {
        var key = Literal.String(property.Name);
        var last = $"last.{Identifier.Escape(property.Name)}";
        return property switch
        {
            { HoldsSecret: false } => last,
            { IsSecret: true } => Read(property, property.IsNullable ? "null" : Nothing(property.Value)),
            { Value.Kind: ConfigKind.Object } =>
                $"{last} is {{ }} {Local(property)} ? Renew{SuffixOf(property.Value, property.Name)}(reader.Nested({key}), {Local(property)}) : {last}!",
            _ =>
                $"{last} is {{ }} {Local(property)} ? reader.Nested({key}).Dictionary({Local(property)}, {RenewEntry(property)}) : {last}!",
        };
    }

    /// <summary>The values of a dictionary whose values hold secrets are objects, or dictionaries of these.</summary>
    private string RenewEntry(ConfigPropertyModel property) => RenewEntry(property.Value.Element!, property.Name);

    private string RenewEntry(ConfigValueModel element, string name) =>
        element.Kind is ConfigKind.Object
            ? $"static (entry, value) => Renew{SuffixOf(element, name)}(entry, value)"
            : $"static (entry, value) => entry.Dictionary(value, {RenewEntry(element.Element!, name)})";

    private static string Local(ConfigPropertyModel property) => $"its{property.Name}";

    private static string Nothing(ConfigValueModel value) =>
        value.Kind switch
        {
            ConfigKind.Text => "\"\"",
            ConfigKind.Dictionary => $"new {Dictionary(value)}()",
            _ => "[]",
        };

    private static string Dictionary(ConfigValueModel value) =>
        $"global::System.Collections.Generic.Dictionary<string, {value.Element!.TypeName}>";

    private string Read(ConfigPropertyModel property, string otherwise)
    {
        var (key, value) = (Literal.String(property.Name), property.Value);
        return value.Kind switch
        {
            ConfigKind.Text => $"reader.Text({key}, {otherwise})",
            ConfigKind.Value when value.IsNullableValue => $"reader.Nullable<{value.TypeName}>({key}, {otherwise})",
            ConfigKind.Value => $"reader.Value<{value.TypeName}>({key}, {otherwise})",
            ConfigKind.Member when value.IsNullableValue => $"reader.NullableMember<{value.TypeName}>({key}, {otherwise})",
            ConfigKind.Member => $"reader.Member<{value.TypeName}>({key}, {otherwise})",
            ConfigKind.Address => $"reader.Address({key}, {otherwise})",
            ConfigKind.Object =>
                $"reader.Has({key}) ? Bind{SuffixOf(value, property.Name)}(reader.Nested({key}), {otherwise}) : {otherwise}",
            _ => $"reader.Has({key}) ? {Entry(value, $"reader.Nested({key})", property.Name)} : {otherwise}",
        };
    }

    /// <summary>The value at the place of a reader.</summary>
    private string Entry(ConfigValueModel value, string reader, string name) =>
        value.Kind switch
        {
            ConfigKind.Text => $"{reader}.Text()",
            ConfigKind.Value => $"{reader}.Value<{value.TypeName}>()",
            ConfigKind.Member => $"{reader}.Member<{value.TypeName}>()",
            ConfigKind.Address => $"{reader}.Address()",
            ConfigKind.Object => $"Bind{SuffixOf(value, name)}({reader}, null)",
            _ => $"{reader}.{value.Kind}<{value.Element!.TypeName}>(static entry => {Entry(value.Element!, "entry", name)})",
        };

    /// <summary>What the methods for an object's type are called, after the first property that has it.</summary>
    private string SuffixOf(ConfigValueModel value, string name)
    {
        if (!_suffixes.TryGetValue(value.TypeName, out var suffix))
        {
            suffix = _names.Unique($"Bind{name}").Substring("Bind".Length);
            _suffixes.Add(value.TypeName, suffix);
            _pending.Enqueue((value.TypeName, value.Properties));
        }

        return suffix;
    }
}
