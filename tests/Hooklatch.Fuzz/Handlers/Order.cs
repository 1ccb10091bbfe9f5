namespace Hooklatch.Fuzz.Handlers;

/// <summary>A form object with everything that one may have: fields, a nested object, a numbered list, repeated values.</summary>
internal sealed record Order(string Customer, Address? Address, Line[] Lines, List<string>? Tags)
{
    public int? Priority { get; init; }
}

internal sealed record Address(string City, string? Zip);

internal sealed record Line(string Article, int Quantity = 1);
