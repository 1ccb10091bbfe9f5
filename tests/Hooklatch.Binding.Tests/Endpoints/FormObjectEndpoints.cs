using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using static Hooklatch.Binding.Tests.Echo;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>An object of a form, with objects and lists in it.</summary>
public sealed class Order
{
    public string? Name { get; set; }

    public int Count { get; set; }

    public decimal? Price { get; set; }

    public Color Color { get; set; }

    public Address? Address { get; set; }

    public List<Item>? Items { get; set; }

    public string[]? Tags { get; set; }

    public List<int>? Numbers { get; set; }
}

/// <summary>A nested object.</summary>
public sealed record Address(string? City, int? Zip);

/// <summary>An element of a list.</summary>
public sealed record Item(string? Name, int Quantity);

/// <summary>An object whose constructor takes everything.</summary>
public sealed record Ticket(string Title, int Priority, DateOnly? Due);

/// <summary>An object whose members are never null.</summary>
public sealed class Survey
{
    public string Title { get; set; } = "untitled";

    public int Stars { get; set; } = 3;

    public Color Color { get; init; }

    public string Note { get; init; } = "";

    public Address Address { get; set; } = new("nowhere", null);

    public List<Item> Items { get; set; } = [new("first", 1)];

    public Item[] Extras { get; init; } = [];

    public int[] Marks { get; set; } = [1];
}

/// <summary>An object with a file.</summary>
public sealed record Report(string? Title, IFormFile? Content);

/// <summary>Forms as objects.</summary>
[Unverified("compared with ASP.NET Core")]
internal static class FormObjectEndpoints
{
    [Webhook("/object/order")]
    public static Task<string> Order([FromForm] Order order) => Of(order);

    [Webhook("/object/ticket")]
    public static Task<string> Ticket([FromForm] Ticket ticket) => Of(ticket);

    [Webhook("/object/survey")]
    public static Task<string> Survey([FromForm] Survey survey) => Of(survey);

    [Webhook("/object/report")]
    public static Task<string> Report([FromForm] Report report) => Of(report);
}
