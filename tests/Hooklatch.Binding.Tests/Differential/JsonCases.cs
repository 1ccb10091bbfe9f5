using System.Text;
using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>JSON bodies: documents of every shape, and everything that a request says of them.</summary>
internal static class JsonCases
{
    private const string Json = "application/json";
    private const string Valid = """{"name":"n","count":1}""";

    private static readonly (string Name, string Document)[] Documents =
    [
        (
            "complete",
            """{"name":"n","count":1,"color":2,"ratio":1.5,"id":"0f8fad5b-d9cb-469f-a165-70867728950e","at":"2024-02-29T10:00:00+02:00","numbers":[1,2],"labels":{"a":"b"},"inner":{"name":"i"}}"""
        ),
        ("nothing", ""),
        ("blank", " \r\n\t"),
        ("null", "null"),
        ("empty object", "{}"),
        ("empty array", "[]"),
        ("array", "[1,2]"),
        ("array of text", """["1"]"""),
        ("array with null", "[1,null]"),
        ("text", "\"text\""),
        ("empty text", "\"\""),
        ("number", "1"),
        ("text with a number", "\"1\""),
        ("fraction", "1.5"),
        ("exponent", "1e2"),
        ("overflow", "99999999999999999999999999999999"),
        ("negative zero", "-0"),
        ("true", "true"),
        ("member in another case", """{"NAME":"n","Count":1}"""),
        ("unknown member", """{"name":"n","count":1,"other":{"deep":[1]}}"""),
        ("member missing", """{"name":"n"}"""),
        ("member null", """{"name":null,"count":1}"""),
        ("number null", """{"name":"n","count":null}"""),
        ("number as text", """{"name":"n","count":"1"}"""),
        ("number with fraction", """{"name":"n","count":1.0}"""),
        ("number too large", """{"name":"n","count":2147483648}"""),
        ("double too large", """{"name":"n","count":1,"ratio":1e400}"""),
        ("double by name", """{"name":"n","count":1,"ratio":"NaN"}"""),
        ("text as number", """{"name":1,"count":1}"""),
        ("enum by name", """{"name":"n","count":1,"color":"Green"}"""),
        ("enum out of range", """{"name":"n","count":1,"color":99}"""),
        ("malformed guid", """{"name":"n","count":1,"id":"x"}"""),
        ("guid without dashes", """{"name":"n","count":1,"id":"0f8fad5bd9cb469fa16570867728950e"}"""),
        ("malformed date", """{"name":"n","count":1,"at":"29.02.2024"}"""),
        ("date without offset", """{"name":"n","count":1,"at":"2024-02-29T10:00:00"}"""),
        ("object for array", """{"name":"n","count":1,"numbers":{}}"""),
        ("array for object", """{"name":"n","count":1,"inner":[]}"""),
        ("inner wrong", """{"name":"n","count":1,"inner":{"count":"x"}}"""),
        ("repeated member", """{"name":"n","count":1,"name":"m"}"""),
        ("repeated member, escaped", """{"name":"n","count":1,"\u006eame":"m"}"""),
        ("repeated member, another case", """{"name":"n","count":1,"Name":"m"}"""),
        ("repeated unknown member", """{"name":"n","count":1,"x":1,"x":2}"""),
        ("repeated inner member", """{"name":"n","count":1,"inner":{"name":"a","name":"b"}}"""),
        ("repeated key", """{"name":"n","count":1,"labels":{"a":"1","a":"2"}}"""),
        ("escapes", """{"name":"\u00fc\ud83d\ude00\n\"","count":1}"""),
        ("lone surrogate", """{"name":"\ud83d","count":1}"""),
        ("unicode", """{"name":"ü😀","count":1}"""),
        ("raw control character", "{\"name\":\"a\nb\",\"count\":1}"),
        ("nul", """{"name":"\u0000","count":1}"""),
        ("comment", """{"name":"n",/* c */"count":1}"""),
        ("trailing comma", """{"name":"n","count":1,}"""),
        ("single quotes", "{'name':'n','count':1}"),
        ("unquoted name", """{name:"n","count":1}"""),
        ("trailing text", """{"name":"n","count":1} x"""),
        ("two documents", """{"name":"n","count":1}{}"""),
        ("trailing space", "{\"name\":\"n\",\"count\":1} \n"),
        ("byte order mark", "\uFEFF" + Valid),
        ("cut", """{"name":"n","cou"""),
        ("leading zero", """{"name":"n","count":01}"""),
        ("plus", """{"name":"n","count":+1}"""),
        ("hexadecimal", """{"name":"n","count":0x1}"""),
        ("infinity", """{"name":"n","count":1,"ratio":Infinity}"""),
        ("depth 64", Nested(64)),
        ("depth 65", Nested(65)),
        ("form", "name=n&count=1"),
        ("xml", "<name>n</name>"),
    ];

    private static readonly string[] Endpoints =
    [
        "payload",
        "explicit",
        "optional",
        "strict",
        "list",
        "dictionary",
        "int",
        "maybe",
        "text",
        "element",
        "node",
        "object",
        "array",
    ];

    private static readonly string?[] MediaTypes =
    [
        null,
        "",
        "application/json",
        "APPLICATION/JSON",
        "application/json;charset=utf-8",
        "application/json; charset=UTF-8",
        "application/json; charset=\"utf-8\"",
        "application/json; charset=utf8",
        "application/json; charset=us-ascii",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "application/json; charset=utf-7",
        "application/json; charset=none-such",
        "application/json; charset=",
        "application/json; profile=\"a b\"",
        "application/json;",
        "application/json, text/plain",
        "application/vnd.github+json",
        "application/cloudevents+json; charset=utf-8",
        "application/problem+JSON",
        "application/json-patch+json",
        "application/jsonl",
        "application/x-json",
        "text/json",
        "text/x+json",
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "application/*",
        "*/*",
        "json",
        "application/json charset=utf-8",
    ];

    public static IEnumerable<Case> All() =>
        [
            .. from endpoint in Endpoints
            from document in Documents
            select new Case($"json/{endpoint} {document.Name}", Request.WithBody($"/json/{endpoint}", Json, document.Document)),
            .. from endpoint in new[] { "payload", "optional", "element" }
            from type in MediaTypes
            select new Case($"json/{endpoint} of type '{type ?? "none"}'", Request.WithBody($"/json/{endpoint}", type, Valid)),
            .. Endpoints.SelectMany(Transfers),
        ];

    private static IEnumerable<Case> Transfers(string endpoint)
    {
        var target = $"/json/{endpoint}";
        var valid = Request.WithBody(target, Json, Valid);
        return
        [
            new($"json/{endpoint} no body", new Request { Target = target }),
            new($"json/{endpoint} no body but a type", new Request { Target = target }.WithHeader("Content-Type", Json)),
            new($"json/{endpoint} empty without a type", Request.WithBody(target, null, "")),
            new($"json/{endpoint} chunked", valid with { IsChunked = true }),
            new($"json/{endpoint} chunked, empty", Request.WithBody(target, Json, "") with { IsChunked = true }),
            new($"json/{endpoint} truncated", valid with { Missing = 1 }),
            new($"json/{endpoint} truncated chunks", valid with { IsChunked = true, Missing = 2 }),
            new($"json/{endpoint} encoded by gzip", valid.WithHeader("Content-Encoding", "gzip")),
            new($"json/{endpoint} encoded by identity", valid.WithHeader("Content-Encoding", "identity")),
            new($"json/{endpoint} two types", valid.WithHeader("Content-Type", "text/plain")),
            new($"json/{endpoint} invalid utf-8", Request.WithBody(target, Json, [.. "\"a"u8, 0xFF, .. "\""u8])),
            new($"json/{endpoint} overlong utf-8", Request.WithBody(target, Json, [.. "\""u8, 0xC0, 0xAF, .. "\""u8])),
            new($"json/{endpoint} utf-16", Request.WithBody(target, Json, Encoding.Unicode.GetBytes(Valid))),
            new(
                $"json/{endpoint} said to be utf-16",
                Request.WithBody(target, $"{Json}; charset=utf-16", Encoding.Unicode.GetBytes(Valid))
            ),
        ];
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
