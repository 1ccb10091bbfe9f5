using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0061 to HL0065: what its author meant as something else than it is taken for.</summary>
public class LookalikeTests
{
    [Theory]
    [InlineData("public sealed class Orders(IClock clock) { public string Now => $\"{clock}\"; }", "HL0061")]
    [InlineData("public sealed class Orders(System.Net.Http.HttpClient client) { public string Now => $\"{client}\"; }", "HL0061")]
    [InlineData("public sealed class Orders { public Task SaveAsync() => Task.CompletedTask; }", "HL0061")]
    [InlineData("public sealed class OrderStore { public int Count => 3; }", "HL0061")]
    [InlineData("public sealed class ShopClient { }", "HL0061")]
    [InlineData("public sealed class OrderSettings(IClock clock) { public string Now => $\"{clock}\"; }", "HL0061")]
    [InlineData("public sealed class OrderConfig { public int Most { get; set; } }", "HL0062")]
    [InlineData("public sealed class OrderConfiguration { public int Most { get; set; } }", "HL0062")]
    [InlineData("public sealed class OrderSettings { public int Most { get; set; } }", "HL0062")]
    [InlineData("public sealed record OrderOptions(int Most);", "HL0062")]
    [InlineData("public sealed class Settings { public int Most { get; set; } }", "HL0006")]
    [InlineData("public sealed class Store { public string? Name { get; set; } }", "HL0006")]
    [InlineData("public sealed class BookStore { public string? Name { get; set; } }", "HL0006")]
    [InlineData("public sealed record NewClient(string Name);", "HL0006")]
    [InlineData("public sealed record Orders(IReadOnlyList<string> Numbers);", "HL0006")]
    [InlineData("public sealed class Order { public string? Name { get; set; } public void Clear() { } }", "HL0006")]
    public Task A_class_is_asked_what_it_looks_like(string type, string id)
    {
        var name = type.Split(' ', '(')[3];
        return Verify.Plugin($"public interface IClock; {type} {Handler($"{{|{id}:{name}|}} it")}");
    }

    [Fact]
    public Task A_registered_class_is_a_service() =>
        Verify.Plugin(
            """
            using Microsoft.Extensions.DependencyInjection;

            public sealed class Orders { public string? Name { get; set; } }

            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task A({|HL0061:Orders|} it) => Task.CompletedTask;

                [PluginServices]
                public static void Configure(IServiceCollection services) => services.AddSingleton<Orders>();
            }
            """
        );

    [Theory]
    [InlineData("[FromBody] {|HL0006:OrderSettings|} it")]
    [InlineData("[FromServices] OrderService it")]
    [InlineData("Covered it")]
    public Task Who_says_what_it_is_is_believed(string parameter) =>
        Verify.Plugin(
            $$"""
            using System.Text.Json.Serialization;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.DependencyInjection;

            public sealed class OrderSettings { public int Most { get; set; } }
            public sealed class OrderService;
            public sealed class Covered { public Task SaveAsync() => Task.CompletedTask; }

            [JsonSerializable(typeof(Covered))]
            public sealed partial class Json : JsonSerializerContext;

            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task A({{parameter}}) => Task.CompletedTask;

                [PluginServices]
                public static void Configure(IServiceCollection services) => services.AddSingleton<OrderService>();
            }
            """
        );

    [Theory]
    [InlineData("public static class Hooks { [{|HL0063:Unverified(\"test\")|}] public static Task A() => Task.CompletedTask; }")]
    [InlineData(
        "public static class Hooks { [{|HL0063:SharedToken(Header = \"X-A\", Secret = \"A\")|}] public static Task A() => Task.CompletedTask; }"
    )]
    [InlineData("public static class Hooks { [{|HL0063:AllowFrom(\"192.0.2.1\")|}] public static Task A() => Task.CompletedTask; }")]
    [InlineData("[{|HL0063:Unverified(\"test\")|}] public static class Hooks { public static Task A() => Task.CompletedTask; }")]
    [InlineData("public class Hooks { [Unverified(\"test\")] public virtual Task A() => Task.CompletedTask; }")]
    [InlineData("[Unverified(\"test\")] public abstract class Hooks;")]
    [InlineData(
        "[Unverified(\"test\")] public class Parent; public class Hooks : Parent { [Webhook(\"/a\")] public static Task A() => Task.CompletedTask; }"
    )]
    public Task A_verification_stands_on_a_handler(string source) => Verify.Plugin(source);

    [Theory]
    [InlineData("public int {|HL0064:Most|} { get; } = 5;")]
    [InlineData("public List<string> {|HL0064:Names|} { get; } = [];")]
    [InlineData("public int {|HL0064:Most|} { get; private set; }")]
    [InlineData("public int {|HL0064:Most|} { get; protected init; }")]
    [InlineData("public int {|HL0064:most|} = 5;")]
    [InlineData("public int Most => 5;")]
    [InlineData("public int Most { get; internal set; }")]
    [InlineData("public static int Most { get; } = 5; public const int Least = 1; private int least = 3; public int Both => least;")]
    public Task A_setting_can_be_set(string member) =>
        Verify.Plugin($"[PluginConfig] public sealed class Config {{ {member} public string? Name {{ get; init; }} }}");

    [Fact]
    public Task What_is_nested_and_inherited_is_told_once() =>
        Verify.Plugin(
            """
            public class Nested { public int {|HL0064:Most|} { get; } = 5; public int Least { get; init; } }
            public class Parent { public int {|HL0064:All|} { get; } = 5; }

            [PluginConfig]
            public sealed class Config : Parent
            {
                public Nested? One { get; init; }
                public Nested? Two { get; init; }
            }
            """
        );

    [Theory]
    [InlineData("public Task {|HL0065:OnOther|}([FromJson(\"a\")] string a) => Task.CompletedTask;")]
    [InlineData("public static async Task<int> {|HL0065:Other|}([RawBody] string a) { await Task.Yield(); return a.Length; }")]
    [InlineData("public ValueTask {|HL0065:OnOther|}(WebhookContext a) => default;")]
    [InlineData("public ValueTask {|HL0065:OnOther|}(System.Text.Json.JsonElement a) => default;")]
    [InlineData("public ValueTask Other(WebhookContext a) => default;")]
    [InlineData("public Task OnOther(string a) => Task.CompletedTask;")]
    [InlineData("private Task OnOther([FromJson(\"a\")] string a) => Task.CompletedTask;")]
    [InlineData("public virtual Task OnOther([FromJson(\"a\")] string a) => Task.CompletedTask;")]
    [InlineData("public void OnOther([FromJson(\"a\")] string a) { }")]
    public Task A_method_like_a_handler_is_one(string method) =>
        Verify.Handlers($"[Webhook(\"/a\"), Unverified(\"test\")] public Task A() => Task.CompletedTask; {method}");

    [Fact]
    public Task A_class_without_handlers_is_left_alone() =>
        Verify.Handlers("public Task OnOther([FromJson(\"a\")] string a) => Task.CompletedTask;");

    private static string Handler(string parameters) =>
        $$"""public static class Hooks { [Webhook("/a"), Unverified("test")] public static Task A({{parameters}}) => Task.CompletedTask; }""";
}
