using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0012, HL0013 and HL0016: generated code can call the handler and build its class.</summary>
public class ReachabilityTests
{
    private const string Attributes = """[Webhook("/a"), Unverified("test")]""";

    [Theory]
    [InlineData("", "'A' is private")]
    [InlineData("private", "'A' is private")]
    [InlineData("protected", "'A' is protected")]
    [InlineData("private protected", "'A' is private protected")]
    public Task A_handler_that_generated_code_cannot_call_is_rejected(string accessibility, string obstacle) =>
        Verify.Handlers(
            $"{Attributes} {accessibility} static Task {{|HL0012:A|}}() => Task.CompletedTask;",
            $"'A' cannot be called from generated code because {obstacle}: make it internal or public"
        );

    [Theory]
    [InlineData("private static class Inner", "'Inner' is private")]
    [InlineData("protected static class Inner", "'Inner' is protected")]
    [InlineData("private protected class Inner", "'Inner' is private protected")]
    public Task A_handler_in_a_class_that_is_out_of_reach_is_rejected(string type, string obstacle) =>
        Verify.Handlers(
            $$"""{{type}} { {{Attributes}} public static Task {|HL0012:A|}() => Task.CompletedTask; }""",
            $"'A' cannot be called from generated code because {obstacle}: make it internal or public"
        );

    [Fact]
    public Task A_handler_in_a_class_that_is_local_to_its_file_is_rejected() =>
        Verify.Plugin(
            $$"""file static class Local { {{Attributes}} public static Task {|HL0012:A|}() => Task.CompletedTask; }""",
            "'A' cannot be called from generated code because 'Local' is local to its file: make it internal or public"
        );

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    [InlineData("protected internal")]
    public Task A_handler_within_reach_is_right(string accessibility) =>
        Verify.Handlers($$"""{{accessibility}} class Inner { {{Attributes}} {{accessibility}} static Task A() => Task.CompletedTask; }""");

    [Fact]
    public Task A_handler_is_not_generic() =>
        Verify.Handlers(
            $$"""{{Attributes}} public static Task {|HL0013:A|}<T>() => Task.CompletedTask;""",
            "The handler 'A' is generic or stands in a generic type: nothing would say which type arguments to use"
        );

    [Theory]
    [InlineData("public static class Inner<T> { @ }")]
    [InlineData("public static class Outer<T> { public static class Inner { @ } }")]
    public Task A_handler_does_not_stand_in_a_generic_type(string type) =>
        Verify.Handlers(
            type.Replace("@", Attributes + " public static Task {|HL0013:A|}() => Task.CompletedTask;", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("abstract class X { @ }", "it is abstract")]
    [InlineData("interface X { @ }", "it is an interface")]
    [InlineData("ref struct X { @ }", "a ref struct cannot live through an asynchronous call")]
    [InlineData("class X { private X() { } @ }", "it has no public or internal constructor")]
    [InlineData(
        "class X { public X() { } internal X(int a) { } @ }",
        "it has several constructors; mark the one to use with [ActivatorUtilitiesConstructor]"
    )]
    [InlineData("class X { public X(ref int a) { } @ }", "the constructor takes 'a' by reference")]
    [InlineData("class X { public required string Name { get; init; } @ }", "'Name' is a required member, which injection cannot set")]
    [InlineData(
        "class Base { public required string Name; } public class X : Base { @ }",
        "'Name' is a required member, which injection cannot set"
    )]
    public Task A_class_that_cannot_be_built_is_rejected(string type, string problem) =>
        Verify.Plugin(
            "public " + type.Replace("@", Attributes + " public Task {|HL0016:A|}() => Task.CompletedTask;", StringComparison.Ordinal),
            $"'X' cannot be built: {problem}"
        );

    [Theory]
    [InlineData("static abstract Task {|HL0016:A|}();")]
    [InlineData("static virtual Task {|HL0016:A|}() => Task.CompletedTask;")]
    public Task A_static_method_that_an_interface_leaves_to_others_is_rejected(string method) =>
        Verify.Plugin($$"""public interface IHooks { {{Attributes}} {{method}} }""");

    [Theory]
    [InlineData("class X { @ }")]
    [InlineData("class X(IServiceProvider services) { @ public object Services => services; }")]
    [InlineData("record X(IServiceProvider Services) { @ }")]
    [InlineData("struct X { @ }")]
    [InlineData(
        "class X { public X(int a) { } [Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor] public X() { } @ }"
    )]
    [InlineData(
        "class X { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public X() => Name = \"\"; public required string Name { get; init; } @ }"
    )]
    [InlineData("class X { private X(int a) { } internal X() { } @ }")]
    public Task A_class_that_can_be_built_is_right(string type) =>
        Verify.Plugin("public " + type.Replace("@", Attributes + " public Task A() => Task.CompletedTask;", StringComparison.Ordinal));

    [Fact]
    public Task A_handler_in_an_extension_block_is_rejected() =>
        Verify.Plugin(
            $$"""public static class X { extension(Task task) { {{Attributes}} public static Task {|HL0012:A|}() => Task.CompletedTask; } }""",
            "'A' cannot be called from generated code because it stands in an extension block: move it out"
        );

    [Theory]
    [InlineData("[Webhook(\"/a\"), Unverified(\"test\")] public static Task A() => Task.CompletedTask;")]
    [InlineData("[PluginServices] public static void A(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }")]
    [InlineData("[PluginRoutes] public static void A(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder routes) { }")]
    public async Task A_method_outside_of_every_type_is_the_compilers_to_reject(string method)
    {
        var (compilation, _) = new PluginProject($"namespace Sample {{ {method} }}").Compile();

        Assert.Empty(await PluginProject.AnalyzeAsync(compilation));
    }

    [Fact]
    public Task A_static_handler_needs_no_object() =>
        Verify.Plugin($$"""public abstract class X { {{Attributes}} public static Task A() => Task.CompletedTask; }""");
}
