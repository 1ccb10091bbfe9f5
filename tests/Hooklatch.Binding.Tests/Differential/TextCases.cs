using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>Text of headers, query, routes and forms as values of every type.</summary>
internal static class TextCases
{
    private const string Malformed = "x!";

    /// <summary>A type, a text that is one of its values, and texts that may be.</summary>
    private static readonly (string Type, string Valid, string[] Texts)[] Types =
    [
        ("string", "text", ["a,b", "ünï😀", "a  b", "\"quoted\"", "null"]),
        ("bool", "true", ["TRUE", "False", "1", "0", "yes", "on", "tru"]),
        ("byte", "7", ["255", "256", "-1", "+5", "007", "1.0", "0x10", "1e1"]),
        ("sbyte", "-7", ["-128", "-129", "127", "128"]),
        ("short", "7", ["-32768", "-32769", "32768", "1,000"]),
        ("ushort", "7", ["65535", "65536", "-0"]),
        ("int", "7", ["-7", "+7", "2147483647", "2147483648", "1.5", "1,5", "1.000", "1,000", "0x1F", "1e3", "(7)", "7-", "١٢"]),
        ("uint", "7", ["4294967295", "4294967296", "-1"]),
        ("long", "7", ["9223372036854775807", "9223372036854775808", "-9223372036854775808", "7L"]),
        ("ulong", "7", ["18446744073709551615", "18446744073709551616", "-1"]),
        ("int128", "7", ["170141183460469231731687303715884105727", "170141183460469231731687303715884105728", "-1", "1,5"]),
        ("half", "1.5", ["65504", "65520", "1,5", "NaN", "-Infinity", "1e9"]),
        ("float", "1.5", ["1,5", "1e39", "-1e39", "NaN", "Infinity", "∞", "1,234.5", "1.234,5"]),
        ("double", "1.5", ["1,5", "1.5e3", ".5", "5.", "1e309", "-0", "NaN", "nan", "1,234.5", "0x1p3", "$1.5", "(1.5)", "1.5-"]),
        (
            "decimal",
            "9.95",
            ["9,95", "1,234.50", "1e3", "-9.95", "9.95-", "79228162514264337593543950335", "79228162514264337593543950336"]
        ),
        ("char", "x", ["xy", "ü", "😀", ",", "'"]),
        (
            "guid",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            [
                "0F8FAD5B-D9CB-469F-A165-70867728950E",
                "0f8fad5bd9cb469fa16570867728950e",
                "{0f8fad5b-d9cb-469f-a165-70867728950e}",
                "(0f8fad5b-d9cb-469f-a165-70867728950e)",
                "0f8fad5b-d9cb-469f-a165-70867728950",
            ]
        ),
        (
            "datetime",
            "2024-02-29T10:00:00Z",
            [
                "2024-02-29",
                "2024-02-29T10:00:00",
                "2024-02-29T10:00:00+02:00",
                "2024-02-29 10:00",
                "02/29/2024",
                "29/02/2024",
                "29.02.2024",
                "2023-02-29",
                "10:00",
                "Thu, 29 Feb 2024 10:00:00 GMT",
                "0001-01-01T00:00:00+05:00",
                "2024-02-29T24:00:00Z",
                "1709200800",
            ]
        ),
        (
            "datetimeoffset",
            "2024-02-29T10:00:00+02:00",
            [
                "2024-02-29",
                "2024-02-29T10:00:00",
                "2024-02-29T10:00:00Z",
                "02/29/2024",
                "29.02.2024",
                "2024-02-29T10:00:00+15:00",
                "0001-01-01T00:00:00+05:00",
                "Thu, 29 Feb 2024 10:00:00 GMT",
            ]
        ),
        ("dateonly", "2024-02-29", ["02/29/2024", "29/02/2024", "29.02.2024", "2023-02-29", "2024-02-29T10:00:00", "29 February 2024"]),
        ("timeonly", "10:30", ["10:30:15.5", "10:30 PM", "22.30", "25:00", "10", "2024-02-29T10:30:00"]),
        (
            "timespan",
            "01:02:03",
            ["1.02:03:04.5", "90", "-00:01", "24:00", "00:60", "1:2", "PT1H", "00:00:01,5", "10675199.02:48:05.4775808"]
        ),
        ("uri", "https://example.com/a?b=c", ["/relative", "a b", "http://[", "http://ex ample", "javascript:alert(1)", "//host/x"]),
        ("version", "1.2", ["1", "1.2.3.4", "1.2.3.4.5", "1.-2", "1,2", "1.2-beta"]),
        ("ipaddress", "127.0.0.1", ["::1", "[::1]", "fe80::1%2", "1.2.3", "256.1.1.1", "0x7f.1", "::ffff:1.2.3.4", "2130706433"]),
        ("biginteger", "7", ["123456789012345678901234567890", "-1", "1,5", "1e3"]),
        ("color", "Green", ["green", "GREEN", "2", "99", "-1", "Green,Blue", "Green, Blue", "Grey", "1.0", "4294967296"]),
        ("access", "Read", ["Read,Write", "read, write", "3", "8", "Read|Write"]),
        ("celsius", "21C", ["-1C", "21", "1.5C", "21 C"]),
        ("money", "9.95 EUR", ["9,95 EUR", "1,000.5 EUR", "9.95 EURO", "9.95"]),
        ("tag", "urgent", ["Urgent", "a1"]),
        ("stringvalues", "text", ["a,b", "ünï😀"]),
    ];

    /// <summary>What parameters with default values are sent.</summary>
    private static readonly (string Parameter, string Valid)[] Defaults =
    [
        ("flag", "false"),
        ("number", "1"),
        ("maybe", "1"),
        ("ratio", "2.5"),
        ("price", "1.5"),
        ("letter", "y"),
        ("text", "sent"),
        ("color", "Red"),
    ];

    /// <summary>Where text stands, and how a request with it is made.</summary>
    private static readonly (string Name, Func<string, (string Key, string Value)[], Request> Request)[] Sources =
    [
        ("query", WithQuery),
        ("header", WithHeaders),
        ("form", WithForm),
        ("multipart", WithMultipart),
    ];

    public static IEnumerable<Case> All() =>
        [
            .. Sources.SelectMany(source => Of(source.Name, source.Request)),
            .. Types.SelectMany(type => Routes(type.Type, type.Valid, type.Texts)),
        ];

    private static IEnumerable<Case> Of(string source, Func<string, (string Key, string Value)[], Request> request)
    {
        var endpoint = source == "multipart" ? "form" : source;
        foreach (var (type, valid, texts) in Types)
        {
            foreach (var parameter in new[] { "value", "optional", "all" })
            {
                foreach (var (input, sent) in Inputs(valid, texts))
                {
                    // The required parameter is there, so that the answer tells of the one that is asked about.
                    var required = parameter == "value" ? [] : new[] { ("value", valid) };
                    var pairs = required.Concat(sent.Select(text => (parameter, text))).ToArray();
                    yield return new Case($"{source}/{type}/{parameter} {input}", request($"/{endpoint}/{type}", pairs));
                }
            }
        }

        foreach (var (input, sent) in Inputs("7", ["1,2", "1,,2", ",", "1, 2", "a,b"]))
        {
            foreach (var parameter in new[] { "value", "optional", "all" })
            {
                var pairs = sent.Select(text => (parameter, text)).ToArray();
                yield return new Case($"{source}/arrays/{parameter} {input}", request($"/{endpoint}/arrays", pairs));
            }
        }

        foreach (var (parameter, valid) in Defaults)
        {
            foreach (var (input, sent) in Inputs(valid, []))
            {
                var pairs = sent.Select(text => (parameter, text)).ToArray();
                yield return new Case($"{source}/defaults/{parameter} {input}", request($"/{endpoint}/defaults", pairs));
            }
        }
    }

    private static IEnumerable<Case> Routes(string type, string valid, string[] texts) =>
        from input in Inputs(valid, texts)
        where type != "stringvalues" && input.Sent is [{ Length: > 0 }]
        let target = $"/route/{type}/{Uri.EscapeDataString(input.Sent[0])}"
        select new Case($"route/{type}/value {input.Name}", new Request { Target = target });

    private static IEnumerable<(string Name, string[] Sent)> Inputs(string valid, string[] texts) =>
        [
            ("absent", []),
            ("valid", [valid]),
            ("empty", [""]),
            ("blank", [" "]),
            ("padded", [$" {valid} "]),
            ("malformed", [Malformed]),
            ("repeated", [valid, valid]),
            ("repeated, then empty", [valid, ""]),
            ("empty, then valid", ["", valid]),
            ("repeated, one malformed", [valid, Malformed]),
            .. texts.Select(text => ($"'{text}'", new[] { text })),
        ];

    private static Request WithQuery(string endpoint, (string Key, string Value)[] pairs) =>
        new() { Target = $"{endpoint}?{Encode(pairs)}" };

    private static Request WithHeaders(string endpoint, (string Key, string Value)[] pairs) => new() { Target = endpoint, Headers = pairs };

    private static Request WithForm(string endpoint, (string Key, string Value)[] pairs) =>
        Request.WithBody(endpoint, "application/x-www-form-urlencoded", Encode(pairs));

    private static Request WithMultipart(string endpoint, (string Key, string Value)[] pairs) =>
        Multipart.Post(endpoint, [.. pairs.Select(pair => Multipart.Field(pair.Key, pair.Value))]);

    private static string Encode((string Key, string Value)[] pairs) =>
        string.Join('&', pairs.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
}
