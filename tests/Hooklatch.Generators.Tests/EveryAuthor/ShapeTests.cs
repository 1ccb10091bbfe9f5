namespace Hooklatch.Generators.Tests.EveryAuthor;

/// <summary>Methods, classes and what stands around them, with each modifier and each way to write them that C# 14 allows there.</summary>
public sealed class ShapeTests
{
    private const string On = "[Webhook(\"/a\"), Unverified(\"test\")]";
    private const string Task = "Task On() => Task.CompletedTask;";

    [Fact]
    public Task Methods() =>
        Check.CompilesOrIsRefused([
            .. new[]
            {
                "static Task On(in int x, params string[] y) => Task.CompletedTask;",
                "static Task On(ref readonly int x) => Task.CompletedTask;",
                "static Task On(ref int x) => Task.CompletedTask;",
                "static Task On(this WebhookContext x, params List<string> y) => Task.CompletedTask;",
                "static Task On(params ReadOnlySpan<string> y) => Task.CompletedTask;",
                "static Task On(scoped ReadOnlySpan<char> y) => Task.CompletedTask;",
                "static Task On(out int x) { x = 0; return Task.CompletedTask; }",
                "static Task On(dynamic x) => Task.CompletedTask;",
                "static Task On((int A, string B) x) => Task.CompletedTask;",
                "static Task On([FromQuery] int[][] x, [FromQuery] int[,] y) => Task.CompletedTask;",
                "static Task On<T>(T x) => Task.CompletedTask;",
                "static Task? On() => null;",
                "static Task<string>? On() => null;",
                "static Task<string?> On() => Task.FromResult<string?>(null);",
                "static Task<(string? A, int B)> On() => Task.FromResult<(string?, int)>((null, 200));",
                "static ValueTask<JsonObject?> On() => default;",
                "static ValueTask<IResult?> On() => default;",
                "static Task<dynamic> On() => null!;",
                "static async Task<string> On(int @await, string @event, string @field, string @_, string value) { await Task.Yield(); return @event; }",
                "static Task On([Range(1, 2)] int @await = 1, [MinLength(1)] string[]? delivery = null) => Task.CompletedTask;",
                "static Task On(int binder, int refusal, int services, int handler, int result, int rules, int body) => Task.CompletedTask;",
            }.Select(method => $"public static class Hooks {{ {On} public {method} }}"),
            $"public static partial class Hooks {{ {On} public static partial Task On(int x = 1); public static partial Task On(int x) => Task.CompletedTask; }}",
            $"public static partial class Hooks {{ public static partial Task On([FromHeader] int x); {On} public static partial Task On(int x) => Task.CompletedTask; }}",
            $"public static partial class Hooks {{ public static partial Task<string?> On([MinLength(2)] string x); {On} public static async partial Task<string?> On([FromHeader] string x) {{ await Task.Yield(); return x; }} }}",
            "[Webhook(\"/a\"), GitHubSignature(Secret = nameof(Config.Token))] public partial class Hooks { [OnEvent(\"a\")] public partial Task On(int x); [OnEvent(\"b\")] public partial Task On([FromQuery] int x) => Task.CompletedTask; } [PluginConfig] public class Config { [Secret] public string? Token { get; init; } }",
            $"public class Hooks {{ private static Task _task = Task.CompletedTask; {On} public ref Task On() => ref _task; }}",
            $"public class Hooks {{ {On} private {Task} }}",
            $"public class Hooks {{ {On} protected internal {Task} }}",
            $"public class Hooks {{ {On} private protected {Task} }}",
            $"public class Hooks {{ {On} internal virtual {Task} }}",
            $"public class Hooks : Base {{ {On} public sealed override {Task} }} public class Base {{ public virtual {Task} }}",
            $"public class Hooks : Base {{ {On} public new {Task} }} public class Base {{ public {Task} }}",
            $"public class Hooks : Base {{ {On} Task Base.On() => Task.CompletedTask; }} public interface Base {{ Task On(); }}",
            $"public class Hooks {{ {On} [return: NotNull] public {Task} }}",
        ]);

    [Fact]
    public Task Classes() =>
        Check.CompilesOrIsRefused([
            .. new[]
            {
                "public static partial class Hooks { {0} public static {1} }",
                "public readonly struct Hooks { {0} public {1} }",
                "public record struct Hooks(IServiceProvider P) { {0} public readonly {1} }",
                "public ref struct Hooks { {0} public {1} }",
                "file static class Hooks { {0} public static {1} }",
                "public abstract class Hooks { {0} public {1} }",
                "public abstract record Hooks { {0} public static {1} }",
                "public interface Hooks { {0} static {1} }",
                "public interface Hooks { {0} static abstract Task On(); }",
                "public interface Hooks { {0} static virtual {1} }",
                "public interface Hooks { {0} {1} }",
                "public static class Hooks { extension(string text) { {0} public {1} } }",
                "public static class Hooks { extension(string) { {0} public static {1} } }",
                "public class Hooks<T> { {0} public static {1} }",
                "public class Outer<T> { public static class Hooks { {0} public static {1} } }",
                "public class Outer { private static class Hooks { {0} public static {1} } }",
                "public class Outer { protected internal static class Hooks { {0} public static {1} } }",
                "public sealed class @class(IServiceProvider @event, IServiceProvider? @await = null) { public object A => (@event, @await!); {0} public {1} }",
                "public sealed class Hooks(params IServiceProvider[] all) { public object A => all; {0} public {1} }",
                "public sealed class Hooks(in IServiceProvider one) { private readonly IServiceProvider _one = one; public object A => _one; {0} public {1} }",
                "public sealed class Hooks(ref readonly IServiceProvider one) { private readonly IServiceProvider _one = one; public object A => _one; {0} public {1} }",
                "public sealed class Hooks(IEnumerable<IServiceProvider?> a, Lazy<string?>? b, Func<string?, int> c, (int, string?) d, int[] e, object f, dynamic g) { public object A => (a, b, c, d, e, f, g); {0} public {1} }",
                "public sealed class Hooks([DisallowNull] IServiceProvider? a = null, [FromKeyedServices(null)] IServiceProvider b = null!) { public object A => (a, b); {0} public {1} }",
                "public sealed class Hooks([FromKeyedServices(typeof(Hooks))] IServiceProvider a, [FromKeyedServices(typeof(List<Hooks>))] IServiceProvider b) { public object A => (a, b); {0} public {1} }",
                "public sealed class Hooks { public required IServiceProvider P { get; init; } {0} public {1} }",
                "public sealed class Hooks { public required string P { get; init; } [SetsRequiredMembers] public Hooks() => P = \"\"; {0} public {1} }",
                "public sealed partial class Hooks { public partial Hooks(IServiceProvider p); public partial Hooks(IServiceProvider p) { } {0} public {1} }",
                "public sealed class Hooks : IDisposable { void IDisposable.Dispose() { } {0} public {1} }",
                "public sealed class Hooks : IAsyncDisposable { ValueTask IAsyncDisposable.DisposeAsync() => default; {0} public {1} }",
                "public struct Hooks : IDisposable { void IDisposable.Dispose() { } {0} public {1} }",
                "public readonly record struct Hooks : IAsyncDisposable { public ValueTask DisposeAsync() => default; {0} public {1} }",
                "public class Hooks { private Hooks() { } {0} public {1} }",
                "public class Hooks { public Hooks() { } public Hooks(int x) { } {0} public {1} }",
                "public enum Hooks { A } public static class Of { {0} public static {1} }",
                "public delegate void Hooks(); public static class Of { {0} public static {1} }",
            }.Select(type => type.Replace("{0}", On, StringComparison.Ordinal).Replace("{1}", Task, StringComparison.Ordinal)),
        ]);

    [Fact]
    public Task Objects() =>
        Check.CompilesOrIsRefused([
            .. new[] { "[AsParameters]", "[FromForm]" }.SelectMany(source =>
                new[]
                {
                    "X x) => Task.CompletedTask; } public sealed class X { public required string A { get; init; } [SetsRequiredMembers] public X() => A = \"\"; }",
                    "X x) => Task.CompletedTask; } public sealed class X { public required string A; }",
                    "X x) => Task.CompletedTask; } public sealed class X { public string this[int i] { get => \"\"; set { } } public string? A { get; set; } }",
                    "X x) => Task.CompletedTask; } public record struct X(string A, int? B = 3) { public int C { get; set; } }",
                    "X x) => Task.CompletedTask; } public readonly record struct X(string A) { public required int B { get; init; } }",
                    "X x) => Task.CompletedTask; } public struct X { public string A { get; set; } public X() => A = \"\"; }",
                    "X? x) => Task.CompletedTask; } public struct X { public string A { get; set; } public X() => A = \"\"; }",
                    "X x) => Task.CompletedTask; } public ref struct X { public string A { get; set; } }",
                    "X<string?> x, {0} X<int?> y, {0} X<string> z) => Task.CompletedTask; } public record X<T>(T A, List<T> B, T? C) { public T? D { get; init; } }",
                    "X x) => Task.CompletedTask; } public abstract record X(string A);",
                    "X x) => Task.CompletedTask; } public record X(string A) { public X() : this(\"\") { } public string @class { get; init; } = \"\"; }",
                    "X x) => Task.CompletedTask; } public record X(X.Level A = X.Level.B) { public enum Level { B } }",
                    "X x) => Task.CompletedTask; } public record X(params string[] A);",
                    "X x) => Task.CompletedTask; } public class X(string a) { public string A { get; init; } = a; internal string B { get; set; } = \"\"; public string C { get; private set; } = \"\"; }",
                    "X x) => Task.CompletedTask; } public partial record X { public partial string? A { get; init; } } public partial record X { public partial string? A { get => field; init; } }",
                    "X x) => Task.CompletedTask; } public class X { protected internal X() { } public string? A { get; set; } }",
                    "X x) => Task.CompletedTask; } public class X { private X() { } public string? A { get; set; } }",
                    "X x) => Task.CompletedTask; } public interface X { string A { get; set; } }",
                    "X x) => Task.CompletedTask; } public class X : Y<string?> { public override string? A { get; set; } public new int B { get; set; } } public class Y<T> { public virtual T? A { get; set; } public T? B { get; set; } public T? C { get; set; } }",
                    "A.X x, {0} B.X y) => Task.CompletedTask; } public static class A { public record X(string P); } public static class B { public record X(int P); }",
                    "X x) => Task.CompletedTask; } public class X { [Range(1, 2), Display(Name = \"a\")] public int? A { get; set; } [Compare(nameof(A))] public int? B { get; init; } [RegularExpression(\"a+\")] public string C { get; set; } = \"\"; }",
                }.Select(rest =>
                    $"public static class Hooks {{ {On} public static Task On({source} {rest.Replace("{0}", source, StringComparison.Ordinal)}"
                )
            ),
        ]);

    [Fact]
    public Task Defaults() =>
        Check.CompilesOrIsRefused([
            .. new[] { "", "[FromHeader] ", "[FromForm] ", "[FromJson(\"a\")] " }.SelectMany(source =>
                new[]
                {
                    "byte x = 5",
                    "sbyte x = -1",
                    "short x = short.MinValue",
                    "ushort x = 1",
                    "uint x = 4000000000",
                    "long x = long.MinValue",
                    "ulong x = ulong.MaxValue",
                    "nint x = 4",
                    "nuint x = 5",
                    "float x = float.NaN",
                    "double x = double.NegativeInfinity",
                    "float x = 1e30f",
                    "double x = 5e-324",
                    "decimal x = decimal.MaxValue",
                    "char x = '\\''",
                    "bool x = true",
                    "string x = \"\\ud800\\\"\\n{}\"",
                    "DayOfWeek x = (DayOfWeek)(-1)",
                    "DayOfWeek? x = DayOfWeek.Friday",
                    "byte? x = 5",
                    "decimal? x = 1.5m",
                    "char? x = '\\\\'",
                    "Guid x = default",
                    "DateTime? x = null",
                    "string[]? x = null",
                    "string x = null!",
                    "[System.Runtime.InteropServices.Optional, System.Runtime.CompilerServices.DateTimeConstant(5)] DateTime x",
                    "[System.Runtime.InteropServices.Optional, System.Runtime.CompilerServices.DecimalConstant(1, 0, 0u, 0u, 15u)] decimal x",
                    "[System.Runtime.InteropServices.Optional, System.Runtime.InteropServices.DefaultParameterValue(3)] int x",
                    "[System.Runtime.InteropServices.Optional] int x",
                }.Select(parameter =>
                    $"public static class Hooks {{ {On} public static Task On({source}{parameter}) => Task.CompletedTask; }}"
                )
            ),
        ]);
}
