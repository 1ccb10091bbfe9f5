using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>An enumeration.</summary>
public enum Color
{
    Red,
    Green,
    Blue,
}

/// <summary>Flags.</summary>
[Flags]
public enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
}

/// <summary>Parses itself with two parameters: <c>21C</c>.</summary>
public readonly record struct Celsius(int Degrees)
{
    public static bool TryParse(string? text, out Celsius celsius)
    {
        var isNumber = int.TryParse(text?.TrimEnd('C'), NumberStyles.Integer, CultureInfo.InvariantCulture, out var degrees);
        celsius = new Celsius(degrees);
        return isNumber && text!.EndsWith('C');
    }
}

/// <summary>Parses itself with three parameters, in the culture that it is given: <c>9.95 EUR</c>.</summary>
public sealed record Money(decimal Amount, string Currency)
{
    public static bool TryParse(string? text, IFormatProvider? provider, [NotNullWhen(true)] out Money? money)
    {
        money =
            text?.Split(' ') is [var amount, { Length: 3 } currency]
            && decimal.TryParse(amount, NumberStyles.Number, provider, out var number)
                ? new Money(number, currency)
                : null;
        return money is not null;
    }
}

/// <summary>Parses itself as <see cref="IParsable{TSelf}"/>: lower-case letters.</summary>
public readonly record struct Tag(string Name) : IParsable<Tag>
{
    public static Tag Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var tag) ? tag : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Tag result)
    {
        result = new Tag(s ?? "");
        return !string.IsNullOrEmpty(s) && s.All(char.IsAsciiLetterLower);
    }
}

/// <summary>Binds itself from two headers.</summary>
public sealed record Tenant(string Name, string Region)
{
    public static ValueTask<Tenant?> BindAsync(HttpContext http)
    {
        var headers = http.Request.Headers;
        return ValueTask.FromResult(
            headers.TryGetValue("tenant", out var name) ? new Tenant(name.ToString(), headers["region"].ToString()) : null
        );
    }
}
