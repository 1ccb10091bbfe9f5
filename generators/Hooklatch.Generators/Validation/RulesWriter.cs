using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Validation;

/// <summary>Writes what stands in the nested class <c>Rules</c>: rules, and the values that they are asked of.</summary>
internal sealed class RulesWriter
{
    private const string Scope = ValidationEmitter.Runtime;
    private const string RuleType = "global::System.ComponentModel.DataAnnotations.ValidationAttribute";

    private readonly SourceWriter _writer;
    private readonly ValidationModel[] _models;
    private readonly NameScope _names;
    private readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal);
    private bool _isFirst = true;

    public RulesWriter(SourceWriter writer, ValidationModel[] models)
    {
        _writer = writer;
        _models = models;
        _names = new NameScope(models.Select(model => model.Method).Append("Rules"));
        foreach (var type in models.SelectMany(model => model.Types).Where(type => !_methods.ContainsKey(type.TypeName)))
        {
            _methods.Add(type.TypeName, _names.Unique($"Check{type.Name}"));
        }
    }

    public void Write()
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var model in _models)
        {
            WriteParameter(model);
            foreach (var type in model.Types.Where(type => written.Add(type.TypeName)))
            {
                WriteType(type, model.Policy);
            }
        }
    }

    private void WriteParameter(ValidationModel model)
    {
        Separate();
        var rules = WriteRules(model.Method, model.Value.Rules);
        using (_writer.Braces($"internal static void {model.Method}({Scope} scope, string key, object? value)"))
        {
            _writer.Lines(Statements(model.Value, "key", "value", rules, isTyped: false));
        }
    }

    private void WriteType(ValidatedTypeModel type, NamePolicy policy)
    {
        Separate();
        var keys = type.IsCheckedAsWhole ? WriteKeys(type, policy) : null;
        var rules = type.Members.Where(member => member.Rules.Count > 0).ToDictionary(member => member.Name, WriteRulesOf);
        var ownRules = WriteRules(type.Name, type.Rules);
        using (_writer.Braces($"private static void {_methods[type.TypeName]}({Scope} scope, object value)"))
        {
            WriteDerived(type);
            _writer.Line($"var self = ({type.TypeName})value;");
            foreach (var member in type.Members.Where(member => member.IsChecked))
            {
                var key = Literal.String(KeyOf(member, policy));
                var value = ValidationEmitter.Access($"self.{Identifier.Escape(member.Name)}", member);
                rules.TryGetValue(member.Name, out var field);
                _writer.Lines(Statements(member, key, value, field, isTyped: true));
            }

            if (type.IsCheckedAsWhole)
            {
                _writer.Line($"scope.Whole({Literal.String(type.Name)}, {ownRules ?? "[]"}{(keys is null ? "" : $", {keys}")});");
            }
        }

        string WriteRulesOf(ValidatedValueModel member) => WriteRules(type.Name + member.Name, member.Rules)!;
    }

    /// <summary>Objects of a derived type are checked as what they are.</summary>
    private void WriteDerived(ValidatedTypeModel type)
    {
        foreach (var derived in type.Derived)
        {
            using (_writer.Braces($"if (value is {derived})"))
            {
                _writer.Line($"{_methods[derived]}(scope, value);").Line("return;");
            }

            _writer.Line();
        }
    }

    private IEnumerable<string> Statements(ValidatedValueModel model, string key, string value, string? rules, bool isTyped)
    {
        if (rules is not null)
        {
            yield return $"scope.Check({key}, {Literal.String(model.Name)}, {Literal.String(model.DisplayName)}, {value}, {rules});";
        }

        if (model.Reach is { } reach)
        {
            yield return $"{Visit("scope", key, value, reach, isTyped)};";
        }
    }

    /// <summary>The call that gets to the objects in a value.</summary>
    private string Visit(string scope, string key, string value, ReachModel reach, bool isTyped)
    {
        var check = (reach.Inner ?? reach) is { Kind: ReachKind.Members } objects
            ? _methods[objects.TypeName]
            : $"static (items, item) => {Visit("items", "\"\"", "item", reach.Inner!, isTyped: false)}";
        var isCast = reach.Kind is ReachKind.Entries && !isTyped;
        return $"{scope}.{reach.Kind}({key}, {(isCast ? $"({reach.TypeName}?){value}" : value)}, {check})";
    }

    private string? WriteRules(string owner, EquatableArray<RuleModel> rules)
    {
        if (rules.Count == 0)
        {
            return null;
        }

        var field = _names.Unique($"{owner}Rules");
        _writer.Line($"private static readonly {RuleType}[] {field} =").Line("[");
        using (_writer.Indented())
        {
            _writer.Lines(rules.Select(rule => $"{rule.Expression},"));
        }

        _writer.Line("];").Line();
        return field;
    }

    /// <summary>Writes how the author's names become the sender's, where they differ.</summary>
    private string? WriteKeys(ValidatedTypeModel type, NamePolicy policy)
    {
        var renamed = type.Members.Where(member => KeyOf(member, policy) != member.Name).ToArray();
        if (renamed.Length == 0)
        {
            return null;
        }

        var method = _names.Unique($"{type.Name}Key");
        _writer.Line($"private static string {method}(string member) =>");
        using (_writer.Indented())
        {
            _writer.Line("member switch").Line("{");
            using (_writer.Indented())
            {
                _writer.Lines(renamed.Select(member => $"{Literal.String(member.Name)} => {Literal.String(KeyOf(member, policy))},"));
                _writer.Line("_ => member,");
            }

            _writer.Line("};").Line();
        }

        return method;
    }

    private static string KeyOf(ValidatedValueModel member, NamePolicy policy) => member.GivenKey ?? MemberNames.Apply(policy, member.Name);

    private void Separate()
    {
        _writer.Lines(_isFirst ? [] : [""]);
        _isFirst = false;
    }
}
