using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0007, HL0031 and HL0032: from where an endpoint accepts deliveries.</summary>
public class AddressTests
{
    private const string Config = """
        [PluginConfig] public sealed class Config { [Secret] public string? Key { get; init; } public string[]? Networks { get; init; } }
        """;

    [Theory]
    [InlineData("\"192.0.2.1\"")]
    [InlineData("\"192.0.2.0/24\", \"2001:db8::/32\", \"::1\"")]
    [InlineData("Configuration = nameof(Config.Networks)")]
    [InlineData("\"192.0.2.0/24\", Configuration = \"Networks\"")]
    public Task An_address_or_a_network_is_right(string networks) => Signed($"AllowFrom({networks})");

    [Theory]
    [InlineData("example.org")]
    [InlineData("")]
    [InlineData("192.0.2")]
    [InlineData("192.0.2.0/33")]
    [InlineData("192.0.2.0/-1")]
    [InlineData("192.0.2.0/24/24")]
    [InlineData("2001:db8::/129")]
    [InlineData("::ffff:192.0.2.0/120")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public Task What_is_no_network_or_every_address_is_rejected(string network) =>
        Signed(
            $"AllowFrom(\"192.0.2.1\", {{|HL0031:\"{network}\"|}})",
            $"[AllowFrom] cannot work: \"{network}\" is neither an address nor a network such as \"192.0.2.0/24\" or \"2001:db8::/32\""
        );

    [Fact]
    public Task A_list_without_networks_lets_nobody_in() =>
        Signed("{|HL0031:AllowFrom|}", "[AllowFrom] cannot work: it names no network, so that nobody could deliver");

    [Fact]
    public Task Networks_in_the_configuration_are_there() =>
        Signed(
            "AllowFrom(Configuration = {|HL0007:\"Nets\"|})",
            "The Configuration of [AllowFrom] names a property, which 'Config' does not have: add the property or name another"
        );

    [Fact]
    public Task What_is_wrong_on_a_class_is_said_once() =>
        Verify.Plugin(
            """
            [Unverified("test"), AllowFrom({|HL0031:"here"|})] public static class Hooks
            {
                [Webhook("/a"), AllowFrom("192.0.2.1")] public static Task A() => Task.CompletedTask;
                [Webhook("/b")] public static Task B() => Task.CompletedTask;
                [Webhook("/c")] public static Task C() => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public Task An_address_alone_proves_little() =>
        Verify.Handlers(
            """[Webhook("/a"), AllowFrom("192.0.2.1")] public static Task {|HL0032:A|}() => Task.CompletedTask;""",
            "'A' accepts whatever comes from its networks: add a signature where the provider has one"
        );

    private static Task Signed(string attribute, params string[] messages) =>
        Verify.Plugin(
            $$"""
            public static class Hooks
            {
                [Webhook("/a"), GitHubSignature(Secret = nameof(Config.Key)), {{attribute}}] public static Task A() => Task.CompletedTask;
            }
            {{Config}}
            """,
            messages
        );
}
