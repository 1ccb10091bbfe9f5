using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.EveryAuthor;

/// <summary>
/// What is experimental or obsolete, in each place of a declaration. Its author may use it, by a pragma or in obsolete code; what is generated uses the same.
/// </summary>
public sealed class MarkTests
{
    private const string Usings = $"#pragma warning disable TRY1, OLD1, CS0612, CS0618, CS0672, CS0809, CS9042\n{Check.Usings}";

    public static TheoryData<string> Marks =>
        [
            "Experimental(\"TRY1\")",
            "Obsolete(\"Use another.\")",
            "Obsolete(\"Use another.\", DiagnosticId = \"OLD1\")",
            "Obsolete(\"Use another.\", DiagnosticId = \"no name\")",
            "Obsolete(\"Use another.\", true)",
            "Obsolete(\"Use another.\", true, DiagnosticId = \"OLD2\")",
        ];

    /// <summary>Places in files of their own; <c>$</c> stands for the mark, and <c>~</c> for what makes code obsolete that uses an error.</summary>
    private static readonly string[] Handlers =
    [
        // Types of parameters.
        Handler(
            "X x",
            "[$] public sealed record X(int N) { public static bool TryParse(string text, [NotNullWhen(true)] out X? x) { x = null; return false; } }"
        ),
        Handler(
            "X x",
            "public sealed record X(int N) { [$] public static bool TryParse(string text, [NotNullWhen(true)] out X? x) { x = null; return false; } }"
        ),
        Handler("List<X>? x", "[$] public enum X { A }"),
        Handler("X x = X.A", "public enum X { [$] A }"),
        Handler("[FromHeader] Outer.X[] x", "public static class Outer { [$] public enum X { A } }"),
        Handler("[FromJson(\"a\")] X x", "[$] public enum X { A }"),
        Handler("[FromJson(\"a[*]\")] List<X?> x", "public enum X { [$] A }"),
        Handler("[FromForm] X x", "[$] public enum X { A }"),
        Handler("[FromServices] X x", "[$] public interface X;"),
        Handler("[FromServices] List<X[]> x", "[$] public interface X;"),
        Handler("[FromKeyedServices(X.A)] IServiceProvider x", "public enum X { [$] A }"),
        Handler("[FromKeyedServices(typeof(X))] IServiceProvider x", "[$] public class X;"),
        Handler("X x", "[$, PluginConfig] public class X { public string? Text { get; init; } }"),
        Handler("X x", "[$] public class X { public static ValueTask<X?> BindAsync(HttpContext context) => default; }"),
        Handler("X x", "public class X { [$] public static ValueTask<X?> BindAsync(HttpContext context) => default; }"),
        // Objects of parameters, forms and rules.
        Handler("[AsParameters] X x", "[$] public record X(string A);"),
        Handler("[AsParameters] X x", "public class X { [$] public X() { } public string? A { get; set; } }"),
        Handler("[AsParameters] X x", "public class X { [$] public string? A { get; set; } }"),
        Handler("[AsParameters] X x", "public class X { [$] public virtual string? A { get; set; } }"),
        Handler("[AsParameters] X x", "public record X(Y A); [$] public enum Y { A }"),
        Handler("[FromForm] X x", "[$] public record X(string A);"),
        Handler("[FromForm] X x", "public class X { [$] public string? A { get; set; } }"),
        Handler("[FromForm] X x", "public class X { public Y? A { get; set; } } [$] public class Y { public string? B { get; set; } }"),
        Handler("[FromForm] X x", "public class X { public Y[]? A { get; set; } } public class Y { [$] public string? B { get; set; } }"),
        Handler("[FromForm] X x", "public class X : Z { } public class Z { [$, Range(1, 2)] public int B { get; set; } }"),
        Handler(
            "[Range(1, 2), X(Y.A)] int x",
            "[$] public sealed class XAttribute(Y y) : ValidationAttribute { public Y Y => y; } public enum Y { A }"
        ),
        Handler("[X(Y.A)] int x", "public sealed class XAttribute(Y y) : ValidationAttribute { public Y Y => y; } public enum Y { [$] A }"),
        Handler(
            "[FromForm] X x",
            "[Y] public class X { public string? A { get; set; } } [$] public sealed class YAttribute : ValidationAttribute;"
        ),
        // Bodies and results.
        Body("X", "[$] public record X(string A);"),
        Body("List<X>", "[$] public record X(string A);"),
        Body("X", "public record X([property: $, MinLength(2)] string A);"),
        Body("X", "public record X(Y A); public record Y([property: $, MinLength(2)] string A);"),
        Body(
            "X",
            "[JsonDerivedType(typeof(Y), \"y\")] public record X([property: MinLength(2)] string A); [$] public record Y(string A) : X(A);"
        ),
        // Handlers, their classes, and what stands on them.
        Handler("", "", on: "[$]"),
        Handler("", "", type: "[$]"),
        "~ [$] public static class Outer { public static class Hooks { [Webhook(\"/a\"), Unverified(\"test\")] public static Task On() => Task.CompletedTask; } }",
        Class("public class Hooks { [$] public Hooks() { } {0} }", ""),
        Class("public class Hooks(X x) { public X Value => x; {0} }", "[$] public interface X;"),
        Class(
            "public class Hooks([FromKeyedServices(typeof(X))] IServiceProvider x) { public IServiceProvider Value => x; {0} }",
            "[$] public class X;"
        ),
        Class("public class Hooks : IDisposable { [$] public void Dispose() { } {0} }", ""),
        Class("public class Hooks : X { {0} }", "[$] public class X : IAsyncDisposable { public ValueTask DisposeAsync() => default; }"),
        Handler("", "[$] public sealed class XAttribute : Attribute;", on: "[X]"),
        Handler("", "public sealed class XAttribute : Attribute { [$] public XAttribute(int a) { } }", on: "[X(1)]"),
        Handler("", "public sealed class XAttribute : Attribute { [$] public int A { get; set; } }", type: "[X(A = 1)]"),
        Handler(
            "",
            "public sealed class XAttribute(Type a) : Attribute { public Type A => a; } [$] public class Y;",
            on: "[X(typeof(List<Y>))]"
        ),
        Handler(
            "",
            "public sealed class XAttribute(params Y[] a) : Attribute { public Y[] A => a; } public enum Y { [$] A }",
            type: "[X(Y.A)]"
        ),
        // Verification and events.
        Signed(
            "[$, HmacScheme(HmacAlgorithm.Sha256, Header = \"X-A\")] public sealed partial class XAttribute : SignatureAttribute;",
            "X(Secret = \"Text\")"
        ),
        Signed(
            "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X-A\"), EventFrom(Header = \"X-B\")] public sealed partial class XAttribute : SignatureAttribute;",
            "X(SecretSource = typeof(Y))",
            "[$] public class Y : ISecretSource { public ValueTask<IReadOnlyList<string>?> GetSecretsAsync(SecretRequest request, CancellationToken cancellation) => default; }"
        ),
        Signed(
            "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X-A\")] public sealed partial class XAttribute : SignatureAttribute;",
            "X(SecretSource = typeof(Y))",
            "[$] public interface Z; public class Y(Z z) : ISecretSource { public Z Z => z; public ValueTask<IReadOnlyList<string>?> GetSecretsAsync(SecretRequest request, CancellationToken cancellation) => default; }"
        ),
        Signed(
            "[$] public sealed class XAttribute(Type y) : CodeSignatureAttribute { public override IRequestVerifier CreateVerifier(VerifierSettings settings) => throw new NotSupportedException(y.Name); }",
            "X(typeof(int), Secret = \"Text\")"
        ),
        Signed(
            "public sealed class XAttribute(Type y) : CodeSignatureAttribute { public override IRequestVerifier CreateVerifier(VerifierSettings settings) => throw new NotSupportedException(y.Name); }",
            "X(typeof(Y), Secret = \"Text\")",
            "[$] public class Y;"
        ),
        "~ [Webhook(\"/e\"), GitHubSignature(Secret = \"Text\")] public class Hooks { [$, OnEvent(\"a\")] public Task On() => Task.CompletedTask; [OnEvent(\"*\")] public Task OnOther() => Task.CompletedTask; }",
        "~ [$, Webhook(\"/e\"), GitHubSignature(Secret = \"Text\")] public class Hooks { [OnEvent(\"a\")] public Task On() => Task.CompletedTask; }",
    ];

    /// <summary>Places in the manifest, which would hide each other there.</summary>
    private static readonly string[] Parts =
    [
        // Configuration.
        "[$, PluginConfig] public class C { public string? A { get; init; } }",
        "[PluginConfig] public class C { [$] public string? A { get; init; } [$, Secret] public string? B { get; init; } }",
        "[PluginConfig] public class C { [$] public required string A { get; init; } }",
        "[PluginConfig] public class C { public string? A { get; [$] set; } }",
        "~ [PluginConfig] public class C { public X? A { get; init; } } [$] public class X { public string? B { get; init; } }",
        "~ [PluginConfig] public class C { public Dictionary<string, X> A { get; init; } = []; } public class X { [$, Secret] public string? B { get; init; } }",
        "~ [PluginConfig] public class C { public X A { get; init; } public X[]? B { get; init; } } [$] public enum X { A }",
        "~ [PluginConfig] public class C { [Range(1, 2), X] public int A { get; init; } } [$] public sealed class XAttribute : ValidationAttribute;",
        "[PluginConfig] public partial record C { [$] public string? Text { get; init; } [Secret] public string? B { get; init; } }",
        "[PluginConfig] public partial record C { [$, Secret] public string? A { get; init; } [$] public C() { } }",
        // Parts of a plugin.
        "public interface X; [$, PluginExport] public class E : X;",
        "~ [$] public interface X; ~ [PluginExport(typeof(X))] public class E : X;",
        "~ [PluginExport] public class E(IServiceProvider p, X x) : Y { public object A => (p, x); } [$] public interface X; public interface Y;",
        "public static class S { [$, PluginServices] public static void Add(IServiceCollection services) { } [$, PluginRoutes] public static void Map(RouteGroupBuilder routes) { } }",
        "[$] public static class S { [PluginServices] public static void Add(IServiceCollection services) { } [PluginRoutes] public static void Map(RouteGroupBuilder routes) { } }",
        "[$] public class L : IPluginLifecycle;",
        "~ public class L(X x) : IPluginLifecycle { public X A => x; } [$] public interface X;",
    ];

    [Theory]
    [MemberData(nameof(Marks))]
    public void Whatever_is_marked_for_a_handler_compiles(string mark)
    {
        var generation = Project
            .Plugin([.. Handlers.Select((place, i) => $"{Usings}namespace N{i}\n{{\n{Marked(place, mark, $"{i}")}\n}}")])
            .Generate();
        var generated = string.Concat(generation.Files.Values);
        Assert.All(Enumerable.Range(0, Handlers.Length), i => Assert.Contains($"\"/n{i}/", generated, StringComparison.Ordinal));
        Assert.Empty(generation.ComplaintsOfOurs.Select(Generation.Describe));
    }

    [Theory]
    [MemberData(nameof(Marks))]
    public void Whatever_is_marked_for_a_manifest_compiles(string mark) =>
        Assert.Empty(
            Parts.SelectMany(place =>
                Project
                    .Plugin(Usings + Marked(place, mark, ""))
                    .Generate()
                    .ComplaintsOfOurs.Select(complaint => $"{Generation.Describe(complaint)}\n    of {place}")
            )
        );

    private static string Marked(string place, string mark, string number)
    {
        var isError = mark.Contains(", true", StringComparison.Ordinal) || mark.Contains("no name", StringComparison.Ordinal);
        return place
            .Replace("$", mark, StringComparison.Ordinal)
            .Replace("~", isError ? "[Obsolete]" : "", StringComparison.Ordinal)
            .Replace("JsonOfAll", $"Json{number}", StringComparison.Ordinal)
            .Replace("[Webhook(\"/", $"[Webhook(\"/n{number}/", StringComparison.Ordinal)
            .Replace(" Webhook(\"/", $" Webhook(\"/n{number}/", StringComparison.Ordinal);
    }

    private static string Handler(string parameters, string types, string on = "", string type = "") =>
        $$"""
            ~ {{type}} public static class Hooks
            {
                [Webhook("/a"), Unverified("test")] {{on}} public static Task On({{parameters}}) => Task.CompletedTask;
            }

            {{types}}
            """;

    private static string Body(string body, string types) =>
        $$"""
            ~ public static class Hooks { [Webhook("/a"), Unverified("test")] public static Task<({{body}}?, int)> On({{body}} x) => Task.FromResult<({{body}}?, int)>((x, 200)); }
            ~ [JsonSerializable(typeof({{body}}))] internal sealed partial class JsonOfAll : JsonSerializerContext;
            {{types}}
            """;

    private static string Class(string hooks, string types) =>
        "~ "
        + hooks.Replace(
            "{0}",
            "[Webhook(\"/a\"), Unverified(\"test\")] public Task On() => Task.CompletedTask; [Webhook(\"/b\"), Unverified(\"test\")] public Task<string> OnB() => Task.FromResult(\"\");",
            StringComparison.Ordinal
        )
        + types;

    private static string Signed(string attribute, string use, string types = "") =>
        $$"""
            ~ public static class Hooks { [Webhook("/a/{tenant}"), {{use}}] public static Task On(string tenant) => Task.CompletedTask; }
            ~ {{attribute}}
            {{types}}
            [PluginConfig] public class Config { [Secret] public string? Text { get; init; } }
            """;
}
