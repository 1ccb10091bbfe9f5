using System.Collections;
using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Hooklatch.Http;

namespace Hooklatch.Validation;

/// <summary>
/// A place in a request at which values are checked against their rules: the parameters of a handler, or the members of one object. What
/// fails is reported under the key by which the sender knows the value. No rule is found by reflection: generated code names each.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RuleScope
{
    /// <summary>As deep as a JSON document may be; only an object that makes up its own members gets there.</summary>
    private const int MaxDepth = 64;

    private readonly BindingErrors _errors;
    private readonly IServiceProvider? _services;
    private readonly bool _isBound;
    private readonly RuleScope? _outer;
    private readonly string _key = "";
    private readonly object? _instance;
    private readonly int _depth;
    private ValidationContext? _context;
    private bool _hasFailed;

    /// <summary>The parameters of a handler, once they are bound.</summary>
    /// <param name="errors">What was wrong with binding them; takes what is wrong with the values.</param>
    /// <param name="services">What rules may ask for services; <see langword="null"/> for none.</param>
    public RuleScope(BindingErrors errors, IServiceProvider? services)
    {
        _errors = errors;
        _services = services;
        _isBound = errors.IsEmpty;
    }

    private RuleScope(RuleScope outer, string key, object instance)
    {
        _errors = outer._errors;
        _services = outer._services;
        _isBound = outer._isBound;
        _outer = outer;
        _key = outer.KeyOf(key);
        _instance = instance;
        _depth = outer._depth + 1;
    }

    /// <summary>An immutable array, or <see langword="null"/> where it was never set and cannot be asked anything.</summary>
    public static IEnumerable<T>? OrNull<T>(ImmutableArray<T> items) => items.IsDefault ? null : items;

    /// <summary>Checks one value. A value that could not be bound is not looked at.</summary>
    /// <param name="key">The sender's name for it, below this place.</param>
    /// <param name="member">The author's name for it.</param>
    /// <param name="displayName">The name in messages.</param>
    /// <param name="value">The value.</param>
    /// <param name="rules">Its rules; after a failed <see cref="RequiredAttribute"/>, which comes first, no other is asked.</param>
    public void Check(string key, string member, string displayName, object? value, ValidationAttribute[] rules)
    {
        if (!_errors.IsEmpty && _errors.ByParameter.ContainsKey(KeyOf(key)))
        {
            return;
        }

        var context = ContextFor(value, member, displayName);
        foreach (var rule in rules)
        {
            if (Evaluate(rule, value, context) is { } failure)
            {
                Fail(key, failure);
                if (rule is RequiredAttribute)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Checks the members of an object, unless it is being checked further out.</summary>
    /// <param name="key">The sender's name for it, below this place.</param>
    /// <param name="value">The object.</param>
    /// <param name="check">Checks its members.</param>
    public void Members(string key, object? value, Action<RuleScope, object> check)
    {
        if (value is null || IsBeingChecked(value))
        {
            return;
        }

        if (_depth == MaxDepth)
        {
            Fail(key, "The value is nested too deeply.");
            return;
        }

        check(new RuleScope(this, key, value), value);
    }

    /// <summary>Checks each item of a collection, under its index.</summary>
    /// <param name="key">The sender's name for the collection, below this place.</param>
    /// <param name="items">An <see cref="IEnumerable"/>.</param>
    /// <param name="check">Checks the members of one item.</param>
    public void Items(string key, object? items, Action<RuleScope, object> check)
    {
        if (items is null)
        {
            return;
        }

        var scope = new RuleScope(this, key, items);
        var index = 0;
        foreach (var item in (IEnumerable)items)
        {
            scope.Members(Index(index++), item, check);
        }
    }

    /// <summary>Checks each value of a dictionary, under its key.</summary>
    /// <param name="key">The sender's name for the dictionary, below this place.</param>
    /// <param name="entries">The dictionary.</param>
    /// <param name="check">Checks the members of one value.</param>
    public void Entries<TKey, TValue>(string key, IEnumerable<KeyValuePair<TKey, TValue>>? entries, Action<RuleScope, object> check)
    {
        if (entries is null)
        {
            return;
        }

        var scope = new RuleScope(this, key, entries);
        foreach (var (name, value) in entries)
        {
            scope.Members(Index(name), value, check);
        }
    }

    /// <summary>
    /// Checks the object of this place as a whole, by the rules of its type and then by its own <see cref="IValidatableObject"/>: only if
    /// all members are bound and valid, so that neither has to expect anything else.
    /// </summary>
    /// <param name="displayName">The name in messages.</param>
    /// <param name="rules">The rules of the type.</param>
    /// <param name="keyOf">The sender's name of a member; without it, the author's is the sender's.</param>
    public void Whole(string displayName, ValidationAttribute[] rules, Func<string, string>? keyOf = null)
    {
        if (_hasFailed || !_isBound)
        {
            return;
        }

        var context = ContextFor(_instance, null, displayName);
        foreach (var rule in rules)
        {
            Report(Evaluate(rule, _instance, context), keyOf);
        }

        if (!_hasFailed && _instance is IValidatableObject validatable)
        {
            foreach (var failure in validatable.Validate(context) ?? [])
            {
                Report(failure, keyOf);
            }
        }
    }

    private static string Index<T>(T index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    private static ValidationResult? Evaluate(ValidationAttribute rule, object? value, ValidationContext context)
    {
        try
        {
            return rule.GetValidationResult(value, context);
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException or OverflowException)
        {
            // A text that takes its pattern too long, or a number outside what [Range] converts to: the sender's doing, so an answer to it.
            return new ValidationResult(rule.FormatErrorMessage(context.DisplayName));
        }
    }

    private ValidationContext ContextFor(object? value, string? member, string displayName)
    {
        // A parameter is no member of anything; the context insists on an object.
        var context = _instance is null
            ? new ValidationContext(value ?? this, displayName, _services, null)
            : _context ??= new ValidationContext(_instance, displayName, _services, null);
        context.MemberName = member;
        context.DisplayName = displayName;
        return context;
    }

    private void Report(ValidationResult? failure, Func<string, string>? keyOf)
    {
        if (failure is null)
        {
            return;
        }

        var members = failure.MemberNames.Where(member => !string.IsNullOrEmpty(member)).ToArray();
        foreach (var member in members)
        {
            Fail(keyOf?.Invoke(member) ?? member, failure);
        }

        if (members.Length == 0)
        {
            Fail("", failure);
        }
    }

    private void Fail(string key, ValidationResult failure) => Fail(key, failure.ErrorMessage ?? "The value is not valid.");

    private void Fail(string key, string message)
    {
        _errors.Add(KeyOf(key), message);
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            scope._hasFailed = true;
        }
    }

    /// <summary><c>$</c> is a JSON body, whose members are known by their names alone; so are those of a form, whose key is empty.</summary>
    private string KeyOf(string key) =>
        key.StartsWith('[') ? _key + key
        : key.Length == 0 ? _key
        : _key is "" or "$" ? key
        : $"{_key}.{key}";

    private bool IsBeingChecked(object value)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (ReferenceEquals(scope._instance, value))
            {
                return true;
            }
        }

        return false;
    }
}
