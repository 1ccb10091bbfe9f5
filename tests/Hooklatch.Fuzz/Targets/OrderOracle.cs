using System.Globalization;
using Hooklatch.Fuzz.Handlers;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Fuzz.Targets;

/// <summary>What a form means as an <see cref="Order"/>, written the slow and obvious way.</summary>
internal sealed class OrderOracle
{
    private readonly Dictionary<string, string> _fields;
    private readonly string[] _keys;
    private bool _isWrong;

    private OrderOracle(IFormCollection form)
    {
        _fields = form.ToDictionary(field => field.Key, field => field.Value[0]!, StringComparer.OrdinalIgnoreCase);
        _keys = [.. form.Keys, .. form.Files.Select(file => file.Name)];
        Tags = form.TryGetValue("tags", out var tags) ? [.. tags.Select(tag => tag!)] : null;
    }

    private List<string>? Tags { get; }

    /// <summary>The order, or null where a value is missing or malformed.</summary>
    public static Order? Read(IFormCollection form)
    {
        var oracle = new OrderOracle(form);
        var order = oracle.ReadOrder();
        return oracle._isWrong ? null : order;
    }

    private Order ReadOrder() =>
        new(
            Text("customer"),
            Has("address") ? new Address(Text("address.city"), TextOrNull("address.zip")) : null,
            [
                .. Count("lines")
                    .Select(line => new Line(
                        Text($"{line}.article"),
                        _fields.TryGetValue($"{line}.quantity", out var quantity) ? Number(quantity) : 1
                    )),
            ],
            Tags ?? (Count("tags").TakeWhile(_fields.ContainsKey).Select(Text).ToList() is { Count: > 0 } numbered ? numbered : null)
        )
        {
            Priority = TextOrNull("priority") is { Length: > 0 } priority ? Number(priority) : null,
        };

    private string Text(string key) => TextOrNull(key) ?? Wrong("");

    private string? TextOrNull(string key) => _fields.GetValueOrDefault(key);

    private int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : Wrong(0);

    private bool Has(string path) =>
        _keys.Any(key =>
            key.Equals(path, StringComparison.OrdinalIgnoreCase)
            || key.StartsWith(path + ".", StringComparison.OrdinalIgnoreCase)
            || key.StartsWith(path + "[", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The elements that a form numbers from 0, without a gap.</summary>
    private IEnumerable<string> Count(string list) => Enumerable.Range(0, _keys.Length + 1).Select(i => $"{list}[{i}]").TakeWhile(Has);

    private T Wrong<T>(T instead)
    {
        _isWrong = true;
        return instead;
    }
}
