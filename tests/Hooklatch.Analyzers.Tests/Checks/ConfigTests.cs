using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0020, HL0027 and HL0050: configuration classes can be bound and validated, and keep their secrets.</summary>
public class ConfigTests
{
    private const string Supported =
        "use text, numbers, TimeSpan, Uri, enumerations, objects of these, and arrays, lists and dictionaries of any of these";

    private const string NeverNull = "no entry is ever null; leave out the '?' of its elements";

    [Theory]
    [InlineData("object", "object", Supported)]
    [InlineData("System.IO.Stream", "System.IO.Stream", Supported)]
    [InlineData("int[,]", "int[*,*]", Supported)]
    [InlineData("object[]", "object[]", Supported)]
    [InlineData("Dictionary<int, string>", "System.Collections.Generic.Dictionary<int, string>", Supported)]
    [InlineData("List<Config>", "System.Collections.Generic.List<Config>", Supported)]
    [InlineData("Dictionary<string, object>", "System.Collections.Generic.Dictionary<string, object>", Supported)]
    [InlineData("List<int?>", "System.Collections.Generic.List<int?>", NeverNull)]
    [InlineData("Dictionary<string, string?>", "System.Collections.Generic.Dictionary<string, string?>", NeverNull)]
    [InlineData("Config", "Config", Supported)]
    [InlineData("Shape", "Shape", "'Shape' is abstract")]
    [InlineData("Closed", "Closed", "'Closed' has no public or internal constructor without parameters")]
    public Task A_property_that_cannot_be_bound_is_rejected(string type, string shown, string problem) =>
        Verify.Plugin(
            $$"""
            [PluginConfig] public sealed class Config { public {{type}}? {|HL0020:Value|} { get; init; } }
            public abstract class Shape;
            public sealed class Closed(int value) { public int Value => value; }
            """,
            $"The property 'Value' of type '{shown}?' cannot be read from configuration: {problem}"
        );

    [Theory]
    [InlineData("Enabled")]
    [InlineData("enabled")]
    public Task The_name_of_the_plugins_switch_is_taken(string name) =>
        Verify.Plugin(
            $$"""
            [PluginConfig] public sealed class Config { public bool {|HL0020:{{name}}|} { get; init; } }
            """,
            $"The property '{name}' of type 'bool' cannot be read from configuration: the setting of this name switches the whole plugin on and off; give the property another one"
        );

    [Fact]
    public Task Further_in_the_name_is_free() =>
        Verify.Plugin(
            """
            [PluginConfig] public sealed class Config { public Inner? Inner { get; init; } }
            public sealed class Inner { public bool Enabled { get; init; } }
            """
        );

    [Theory]
    [InlineData("int", "int")]
    [InlineData("Inner", "Inner")]
    [InlineData("int[]", "int[]")]
    public Task A_secret_that_is_not_text_is_rejected(string type, string shown) =>
        Verify.Plugin(
            $$"""
            [PluginConfig] public sealed class Config { [Secret] public {{type}}? {|HL0020:Value|} { get; init; } }
            public sealed class Inner;
            """,
            $"The property 'Value' of type '{shown}?' cannot be read from configuration: a secret is text, an array or list of texts, or Dictionary<string, string>"
        );

    [Theory]
    [InlineData("List<Inner>")]
    [InlineData("Inner[]")]
    [InlineData("Dictionary<string, List<Inner>>")]
    public Task A_secret_in_a_list_is_rejected(string type) =>
        Verify.Plugin(
            $$"""
            [PluginConfig] public sealed class Config { public {{type}}? {|HL0020:Value|} { get; init; } }
            public sealed class Inner { [Secret] public string? Key { get; init; } }
            """
        );

    [Theory]
    [InlineData("public record {|HL0050:Config|}", "")]
    [InlineData("public partial class Outer { public record {|HL0050:Config|}", "}")]
    [InlineData("public class Outer { public partial record {|HL0050:Config|}", "}")]
    public Task A_record_whose_text_shows_a_secret_is_a_warning(string declaration, string end) =>
        Verify.Plugin(
            declaration
                .Replace("public record {|", "[PluginConfig] public record {|", StringComparison.Ordinal)
                .Replace("public partial record {|", "[PluginConfig] public partial record {|", StringComparison.Ordinal)
                + " { [Secret] public string? Key { get; init; } }"
                + end,
            "The text of the record 'Config' shows its secrets: make it and the types around it partial, so that a text is generated that hides them"
        );

    [Fact]
    public Task A_record_in_a_configuration_hides_its_secrets_too() =>
        Verify.Plugin(
            """
            [PluginConfig] public class Config { public Dictionary<string, Inner> Inner { get; init; } = []; }
            public record {|HL0050:Inner|} { [Secret] public string? Key { get; init; } }
            """
        );

    [Theory]
    [InlineData("public partial record Config { [Secret] public string? Key { get; init; } }")]
    [InlineData("public record Config { [Secret] public string? Key { get; init; } public override string ToString() => \"\"; }")]
    [InlineData("public class Config { [Secret] public string? Key { get; init; } }")]
    [InlineData("public record Config { public string? Key { get; init; } }")]
    public Task A_text_that_shows_no_secret_is_right(string declaration) => Verify.Plugin("[PluginConfig] " + declaration);

    [Theory]
    [InlineData("[Range(9, 1)]", "int")]
    [InlineData("[EmailAddress]", "int")]
    public Task A_rule_that_cannot_be_applied_is_rejected(string rule, string type) =>
        Verify.Plugin(
            $$"""
            using System.ComponentModel.DataAnnotations;
            [PluginConfig] public sealed class Config { [{|HL0027:{{rule.Trim('[', ']')}}|}] public {{type}} Value { get; init; } }
            """
        );

    [Fact]
    public Task A_property_of_a_nested_object_is_checked_as_well() =>
        Verify.Plugin(
            """
            [PluginConfig] public sealed class Config { public Inner Inner { get; init; } = new(); }
            public sealed class Inner { public object? {|HL0020:Value|} { get; init; } }
            """
        );

    [Theory]
    [InlineData("public class {|HL0020:Config|}<T>;", "it is generic")]
    [InlineData("public abstract class {|HL0020:Config|};", "'Config' is abstract")]
    [InlineData("public sealed class {|HL0020:Config|}(int value) { public int Value => value; }", null)]
    [InlineData("public sealed class {|HL0020:Config|} { private Config() { } }", null)]
    [InlineData("file sealed class {|HL0020:Config|};", "'Config' is local to its file")]
    public Task A_class_that_cannot_be_created_is_rejected(string declaration, string? problem) =>
        Verify.Plugin(
            "[PluginConfig] " + declaration,
            $"The class 'Config' cannot be read from configuration: {problem ?? "'Config' has no public or internal constructor without parameters"}"
        );

    [Fact]
    public Task A_class_that_is_private_is_rejected() =>
        Verify.Handlers(
            "[PluginConfig] private sealed class {|HL0020:Config|};",
            "The class 'Config' cannot be read from configuration: 'Config' is private"
        );

    [Fact]
    public Task What_configuration_can_hold_is_right() =>
        Verify.Plugin(
            """
            [PluginConfig]
            public sealed class Config : Shared
            {
                [Secret] public required string Key { get; init; }
                [Secret] public string[]? Keys { get; init; }
                public int Number { get; set; } = 1;
                public double? Ratio { get; init; }
                public TimeSpan Wait { get; init; }
                public Uri? Address { get; init; }
                public DayOfWeek Day { get; init; }
                public DayOfWeek? OtherDay { get; init; }
                public IReadOnlyList<int> Numbers { get; init; } = [];
                public List<string> Texts { get; init; } = [];
                public Dictionary<string, string> Map { get; init; } = [];
                public Dictionary<string, int> Ports { get; init; } = [];
                public IReadOnlyDictionary<string, Inner> Tenants { get; init; } = new Dictionary<string, Inner>();
                public List<Inner> Inners { get; init; } = [];
                public Uri[] Links { get; init; } = [];
                [Secret] public Dictionary<string, string> ByName { get; init; } = [];
                public Inner? Inner { get; init; }
                public override string? Name { get; init; }
                public object Computed => Key;
                public object? Assigned { set { } }
                public static object? Static { get; set; }
                public object this[int index] { get => index; set { } }
                private object? Hidden { get; set; }
            }
            public class Shared { public virtual string? Name { get; init; } }
            public sealed class Inner { public string? Text { get; init; } }
            """
        );
}
