using System.Text;
using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>Forms as a whole: encodings, media types, and objects made of fields.</summary>
internal static class FormCases
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    private static readonly string[] Encoded =
    [
        "",
        "a",
        "a=",
        "=1",
        "=",
        "a=1&a=2",
        "a=1&A=2",
        "a=1&&b=2",
        "&a=1",
        "a=1&",
        "a=1;b=2",
        "a==1",
        "a=1=2",
        "a=x+y",
        "a=x%2By",
        "a+b=1",
        "a=%C3%BC",
        "a=ü",
        "%C3%BC=1",
        "a=%c3%bc",
        "a=%",
        "a=%4",
        "a=%zz",
        "a=100%25",
        "a=%25%34%31",
        "a=%FF",
        "a=%C3",
        "a=%ED%A0%80",
        "a=%00",
        "a=%0D%0A",
        "a=\r\nb",
        "a=1\r\n",
        "a=%u0041",
        "a=%F0%9F%98%80",
        "a.b=1&a[0]=2&a[]=3",
    ];

    private static readonly string?[] MediaTypes =
    [
        null,
        "",
        UrlEncoded,
        "APPLICATION/X-WWW-FORM-URLENCODED",
        $"{UrlEncoded};charset=utf-8",
        $"{UrlEncoded}; charset=\"UTF-8\"",
        $"{UrlEncoded}; charset=utf8",
        $"{UrlEncoded}; charset=us-ascii",
        $"{UrlEncoded}; charset=iso-8859-1",
        $"{UrlEncoded}; charset=utf-16",
        $"{UrlEncoded}; charset=utf-7",
        $"{UrlEncoded}; charset=none-such",
        $"{UrlEncoded}; charset=",
        $"{UrlEncoded}; version=1",
        $"{UrlEncoded},{UrlEncoded}",
        "text/plain",
        "application/json",
        "application/x-www-form",
        "multipart/form-data",
        "multipart/mixed; boundary=b",
        "*/*",
        "form",
    ];

    private static readonly (string Name, string Fields)[] Orders =
    [
        ("nothing", ""),
        ("one field", "Name=n"),
        ("lower case", "name=n&count=2"),
        ("all scalars", "Name=n&Count=2&Price=1.5&Color=Green"),
        ("empty text", "Name="),
        ("empty number", "Count="),
        ("empty optional number", "Price="),
        ("malformed number", "Count=x"),
        ("malformed optional number", "Price=x"),
        ("culture", "Price=1,5"),
        ("overflow", "Count=99999999999"),
        ("padded number", "Count=%202%20"),
        ("malformed enum", "Color=Grey"),
        ("numeric enum", "Color=2"),
        ("enum in lower case", "Color=blue"),
        ("repeated number", "Count=1&Count=2"),
        ("repeated text", "Name=a&Name=b"),
        ("nested", "Address.City=c&Address.Zip=1"),
        ("nested in part", "Address.City=c"),
        ("nested in lower case", "address.city=c"),
        ("nested in brackets", "Address[City]=c"),
        ("nested empty", "Address.City="),
        ("nested malformed", "Address.Zip=x"),
        ("nested by bare name", "Address=c"),
        ("list", "Items[0].Name=a&Items[0].Quantity=1&Items[1].Name=b"),
        ("list out of order", "Items[1].Name=b&Items[0].Name=a"),
        ("list with a gap", "Items[0].Name=a&Items[2].Name=c"),
        ("list from one", "Items[1].Name=b"),
        ("list malformed", "Items[0].Quantity=x"),
        ("list without index", "Items[].Name=a"),
        ("list with text as index", "Items[a].Name=a"),
        ("texts", "Tags=a&Tags=b"),
        ("one text", "Tags=a"),
        ("texts by index", "Tags[0]=a&Tags[1]=b"),
        ("texts with brackets", "Tags[]=a&Tags[]=b"),
        ("texts, one empty", "Tags=a&Tags="),
        ("numbers", "Numbers=1&Numbers=2"),
        ("numbers by index", "Numbers[0]=1&Numbers[1]=2"),
        ("numbers malformed", "Numbers=1&Numbers=x"),
        ("numbers with commas", "Numbers=1,2"),
        ("number empty", "Numbers="),
        ("with prefix", "order.Name=n"),
        ("unknown field", "Name=n&Other=1"),
    ];

    private static readonly (string Name, string Fields)[] Tickets =
    [
        ("complete", "Title=t&Priority=1&Due=2024-02-29"),
        ("without optional", "Title=t&Priority=1"),
        ("without text", "Priority=1"),
        ("without number", "Title=t"),
        ("nothing", ""),
        ("empty text", "Title=&Priority=1"),
        ("malformed date", "Title=t&Priority=1&Due=29.02.2024"),
        ("empty date", "Title=t&Priority=1&Due="),
        ("two mistakes", "Title=t&Priority=x&Due=y"),
    ];

    private static readonly (string Name, string Fields)[] Surveys =
    [
        (
            "complete",
            "Title=t&Stars=5&Color=Red&Note=n&Address.City=c&Address.Zip=1&Items[0].Name=i&Items[0].Quantity=1&Extras[0].Name=e&Extras[0].Quantity=2&Marks=4"
        ),
        ("one field", "Note=n"),
        ("empty fields", "Note=n&Title="),
        ("malformed", "Note=n&Stars=x"),
        ("empty number", "Note=n&Stars="),
        ("empty list", "Note=n&Marks="),
    ];

    public static IEnumerable<Case> All() =>
        [
            .. Encoded.Select(body => new Case($"form/encoding '{Visible(body)}'", Request.WithBody("/file/form", UrlEncoded, body))),
            .. MediaTypes.Select(type => new Case(
                $"form/media-type '{type ?? "none"}'",
                Request.WithBody("/form/string", type, "value=1")
            )),
            .. MediaTypes.Select(type => new Case(
                $"form/optional-media-type '{type ?? "none"}'",
                Request.WithBody("/form/defaults", type, "number=1")
            )),
            .. Orders.Select(order => new Case($"object/order {order.Name}", Request.WithBody("/object/order", UrlEncoded, order.Fields))),
            .. Orders.Select(order => new Case($"object/order in parts, {order.Name}", InParts("/object/order", order.Fields))),
            .. Tickets.Select(ticket => new Case(
                $"object/ticket {ticket.Name}",
                Request.WithBody("/object/ticket", UrlEncoded, ticket.Fields)
            )),
            .. Surveys.Select(survey => new Case(
                $"object/survey {survey.Name}",
                Request.WithBody("/object/survey", UrlEncoded, survey.Fields)
            )),
            new("form/no body", new Request { Target = "/form/string" }),
            new("form/no body, optional", new Request { Target = "/form/defaults" }),
            new("form/empty body", Request.WithBody("/form/string", UrlEncoded, "")),
            new("form/empty body, optional", Request.WithBody("/form/defaults", UrlEncoded, "")),
            new("form/chunked", Request.WithBody("/form/string", UrlEncoded, "value=chunked&all=1") with { IsChunked = true }),
            new("form/truncated", Request.WithBody("/form/string", UrlEncoded, "value=truncated") with { Missing = 3 }),
            new(
                "form/truncated chunks",
                Request.WithBody("/form/string", UrlEncoded, "value=chunks") with
                {
                    IsChunked = true,
                    Missing = 3,
                }
            ),
            new("form/raw latin1", Request.WithBody("/form/string", UrlEncoded, Encoding.Latin1.GetBytes("value=ü"))),
            new("form/byte order mark", Request.WithBody("/file/form", UrlEncoded, "\uFEFFvalue=1")),
            new("form/gzip", Request.WithBody("/form/string", UrlEncoded, "value=1").WithHeader("Content-Encoding", "gzip")),
            new("form/identity", Request.WithBody("/form/string", UrlEncoded, "value=1").WithHeader("Content-Encoding", "identity")),
            new("form/query is no form", Request.WithBody("/form/string?value=query", UrlEncoded, "")),
            new("form/key in another case", Request.WithBody("/form/string", UrlEncoded, "VALUE=1")),
        ];

    private static Request InParts(string endpoint, string fields) =>
        Multipart.Post(
            endpoint,
            [
                .. fields
                    .Split('&', StringSplitOptions.RemoveEmptyEntries)
                    .Select(field => field.Split('='))
                    .Select(pair => Multipart.Field(pair[0], Uri.UnescapeDataString(pair[1]))),
            ]
        );

    private static string Visible(string text) =>
        text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
