namespace Hooklatch.Console.Tests.Hosting;

/// <summary>Texts that break what shows them.</summary>
internal static class Hostile
{
    public static TheoryData<string> Texts { get; } =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "\u202Egnp.exe\u202C",
        "before\0after",
        "\u001b[31mred\u001b[0m",
        "'; DROP TABLE deliveries; --",
        "line\r\nend\u2028more",
        "\\u0022 \\\" \\",
        "😀 e\u0301 \uFEFF",
        new string('x', 10_000),
    ];
}
