using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0051 to HL0054: services, lifecycles, what keeps a configuration, and exports.</summary>
public class PluginPartTests
{
    private const string Usings = """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        using Microsoft.Extensions.Hosting;

        """;

    private const string Signature =
        "write static void Configure(IServiceCollection services), or add an IConfiguration as second parameter";

    [Theory]
    [InlineData("public void {|HL0051:Add|}(IServiceCollection services) { }", "make it static")]
    [InlineData("private static void {|HL0051:Add|}(IServiceCollection services) { }", "'Add' is private; make it internal or public")]
    [InlineData("public static int {|HL0051:Add|}(IServiceCollection services) => 1;", "it is called and not waited for; return void")]
    [InlineData(
        "public static Task {|HL0051:Add|}(IServiceCollection services) => Task.CompletedTask;",
        "it is called and not waited for; return void"
    )]
    [InlineData(
        "public static async void {|HL0051:Add|}(IServiceCollection services) => await Task.Yield();",
        "it is called and not waited for; return void"
    )]
    [InlineData(
        "public static void {|HL0051:Add|}<T>(IServiceCollection services) { }",
        "it is generic, and nothing would say which type arguments to use"
    )]
    [InlineData("public static void {|HL0051:Add|}(ref IServiceCollection services) { }", "a parameter is passed by reference")]
    [InlineData("public static void {|HL0051:Add|}() { }", Signature)]
    [InlineData("public static void {|HL0051:Add|}(IConfiguration configuration) { }", Signature)]
    [InlineData("public static void {|HL0051:Add|}(IServiceCollection services, string name) { }", Signature)]
    [InlineData("public static void {|HL0051:Add|}(IServiceCollection services, IConfiguration a, IConfiguration b) { }", Signature)]
    public Task A_method_for_services_that_cannot_be_called_is_rejected(string method, string problem) =>
        Verify.Plugin(
            $"{Usings}public class Parts {{ [PluginServices] {method} }}",
            $"The [PluginServices] method 'Add' cannot be called: {problem}"
        );

    [Theory]
    [InlineData("public void {|HL0051:Map|}(RouteGroupBuilder routes) { }", "make it static")]
    [InlineData("public static void {|HL0051:Map|}() { }", "write static void Map(RouteGroupBuilder routes)")]
    [InlineData("public static void {|HL0051:Map|}(IEndpointRouteBuilder routes) { }", "write static void Map(RouteGroupBuilder routes)")]
    public Task A_method_for_routes_that_cannot_be_called_is_rejected(string method, string problem) =>
        Verify.Plugin(
            $"using Microsoft.AspNetCore.Routing;\npublic class Parts {{ [PluginRoutes] {method} }}",
            $"The [PluginRoutes] method 'Map' cannot be called: {problem}"
        );

    [Fact]
    public Task A_method_for_routes_is_right() =>
        Verify.Plugin(
            "using Microsoft.AspNetCore.Routing;\npublic class Parts { [PluginRoutes] internal static void Map(RouteGroupBuilder routes) => routes.MapGet(\"/a\", () => \"a\"); }"
        );

    [Theory]
    [InlineData("internal static void Add(IServiceCollection services) { }")]
    [InlineData("public static void Add(IServiceCollection services, IConfiguration configuration) { }")]
    public Task A_method_for_services_is_right(string method) =>
        Verify.Plugin($"{Usings}public class Parts {{ [PluginServices] {method} }}");

    [Fact]
    public Task A_plugin_has_one_lifecycle() =>
        Verify.Plugin(
            """
            public abstract class Shared : IPluginLifecycle;
            public sealed class First : Shared;
            public sealed class {|HL0052:Second|} : IPluginLifecycle;
            """,
            "'Second' implements IPluginLifecycle as 'First' does: a plugin has one class that does; call one from the other"
        );

    [Theory]
    [InlineData(
        "public sealed class {|HL0016:Life|}(Microsoft.AspNetCore.Http.HttpContext http) : IPluginLifecycle { public object Http => http; }"
    )]
    [InlineData("public sealed class {|HL0016:Life|}(WebhookContext context) : IPluginLifecycle { public object Context => context; }")]
    [InlineData("public sealed class {|HL0016:Life|}<T> : IPluginLifecycle;")]
    [InlineData("public sealed class {|HL0016:Life|} : IPluginLifecycle { private Life() { } }")]
    [InlineData("public class Outer { private sealed class {|HL0012:Life|} : IPluginLifecycle; }")]
    public Task A_lifecycle_that_cannot_be_built_is_rejected(string declaration) => Verify.Plugin(declaration);

    [Fact]
    public Task A_lifecycle_that_keeps_the_configuration_is_rejected() =>
        Verify.Plugin(
            """
            [PluginConfig] public sealed class Config { public string? Name { get; init; } }
            public sealed class {|HL0053:Life|}(Config config) : IPluginLifecycle { public string? Name => config.Name; }
            """,
            "'Life' keeps 'Config' for as long as the host runs and would never see a change: take IPluginConfig<Config> and ask for Current where it is needed"
        );

    [Theory]
    [InlineData("{|HL0053:services.AddSingleton<Clock>()|};")]
    [InlineData("{|HL0053:services.AddSingleton<IClock, Clock>()|};")]
    [InlineData("{|HL0053:services.TryAddSingleton<IClock, Clock>()|};")]
    [InlineData("{|HL0053:services.AddKeyedSingleton<Clock>(1)|};")]
    [InlineData("{|HL0053:services.AddHostedService<Clock>()|};")]
    [InlineData("{|HL0053:services.AddSingleton(typeof(Clock))|};")]
    [InlineData("{|HL0053:services.AddSingleton(typeof(IClock), typeof(Clock))|};")]
    [InlineData("services.AddSingleton(provider => new Clock({|HL0053:provider.GetRequiredService<Config>()|}));")]
    [InlineData("services.AddSingleton<IClock>(provider => { return new Clock({|HL0053:provider.GetService<Config>()|}!); });")]
    [InlineData("services.AddScoped(provider => new Clock(provider.GetRequiredService<Config>()));")]
    [InlineData("services.AddScoped<Clock>();")]
    [InlineData("services.AddSingleton(new Clock(new Config()));")]
    [InlineData("services.AddSingleton(provider => new Clock(provider.GetRequiredService<IPluginConfig<Config>>().Current));")]
    [InlineData("services.AddSingleton<LiveClock>();")]
    public Task A_singleton_that_keeps_the_configuration_is_rejected(string registration) =>
        Verify.Plugin(
            $$"""
            {{Usings}}
            [PluginConfig] public sealed class Config { public string? Name { get; init; } }
            public interface IClock;
            public sealed class Clock(Config config) : BackgroundService, IClock
            {
                protected override Task ExecuteAsync(CancellationToken ct) => Task.FromResult(config);
            }
            public sealed class LiveClock(IPluginConfig<Config> config) { public string? Name => config.Current.Name; }
            public static class Parts
            {
                [PluginServices] public static void Add(IServiceCollection services) { {{registration}} }
            }
            """
        );

    [Theory]
    [InlineData("private static Config? {|HL0053:_config|}; public static object? Get() => _config ??= new();")]
    [InlineData("public static Config? {|HL0053:Current|} { get; set; }")]
    [InlineData("public Config? Current { get; set; }")]
    [InlineData("public static IPluginConfig<Config>? Current { get; set; }")]
    public Task A_static_member_that_keeps_the_configuration_is_rejected(string member) =>
        Verify.Plugin(
            $$"""
            [PluginConfig] public sealed class Config { public string? Name { get; init; } }
            public class Parts { {{member}} }
            """
        );

    [Theory]
    [InlineData("[{|HL0054:PluginExport|}] public sealed class Greeter;", NotOne)]
    [InlineData("[{|HL0054:PluginExport|}] public sealed class Greeter : IGreeter, IOther;", NotOne)]
    [InlineData("[{|HL0054:PluginExport(typeof(string))|}] public sealed class Greeter : IGreeter;", "'string' is no interface")]
    [InlineData("[{|HL0054:PluginExport(typeof(IOther))|}] public sealed class Greeter : IGreeter;", "it does not implement 'IOther'")]
    [InlineData(
        "[{|HL0054:PluginExport|}] public sealed class Greeter : IHidden;",
        "'IHidden' is not public, so that no other plugin can name it"
    )]
    public Task An_export_that_nobody_could_call_is_rejected(string declaration, string problem) =>
        Verify.Plugin(
            $"public interface IGreeter; public interface IOther; internal interface IHidden;\n{declaration}",
            $"The [PluginExport] of 'Greeter' cannot be used: {problem}"
        );

    private const string NotOne =
        "it does not implement exactly one interface; name the one that is exported, as in [PluginExport(typeof(IOrders))]";

    [Theory]
    [InlineData("[PluginExport] public sealed class Greeter : IGreeter, IDisposable { public void Dispose() { } }")]
    [InlineData("[PluginExport(typeof(IGreeter)), PluginExport(typeof(IOther))] internal sealed class Greeter : IGreeter, IOther;")]
    [InlineData("[PluginExport(typeof(IGeneric<int>))] public sealed class Greeter : IGeneric<int>, IOther;")]
    [InlineData("[PluginExport] public sealed record Greeter : IGreeter;")]
    public Task An_export_is_right(string declaration) =>
        Verify.Plugin($"public interface IGreeter; public interface IOther; public interface IGeneric<T>;\n{declaration}");

    [Theory]
    [InlineData("public sealed class {|HL0016:Greeter|}<T> : IGreeter;")]
    [InlineData(
        "public sealed class {|HL0016:Greeter|}(Microsoft.AspNetCore.Http.HttpContext http) : IGreeter { public object Http => http; }"
    )]
    [InlineData("public abstract class {|HL0016:Greeter|} : IGreeter;")]
    [InlineData("file sealed class {|HL0012:Greeter|} : IGreeter;")]
    public Task An_export_that_cannot_be_built_is_rejected(string declaration) =>
        Verify.Plugin($"public interface IGreeter;\n[PluginExport] {declaration}");
}
