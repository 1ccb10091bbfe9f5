using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Rules;

/// <summary>HL0020: configuration classes and their properties can be bound.</summary>
public class ConfigRuleTests
{
    private const string Supported =
        "use text, numbers, TimeSpan, Uri, enumerations, arrays and lists of these, Dictionary<string, string> or an object of these";

    [Theory]
    [InlineData("object", "object", Supported)]
    [InlineData("System.IO.Stream", "System.IO.Stream", Supported)]
    [InlineData("int[,]", "int[*,*]", Supported)]
    [InlineData("object[]", "object[]", Supported)]
    [InlineData("Dictionary<string, int>", "System.Collections.Generic.Dictionary<string, int>", Supported)]
    [InlineData("Config", "Config", Supported)]
    [InlineData("Shape", "Shape", "'Shape' is abstract")]
    [InlineData("Closed", "Closed", "'Closed' has no public or internal constructor without parameters")]
    public Task A_property_that_cannot_be_bound_is_refused(string type, string shown, string problem) =>
        Verify.Plugin(
            $$"""
            [PluginConfig] public sealed class Config { public {{type}}? {|HL0020:Value|} { get; init; } }
            public abstract class Shape;
            public sealed class Closed(int value) { public int Value => value; }
            """,
            $"The property 'Value' of type '{shown}?' cannot be read from configuration: {problem}"
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
    public Task A_class_that_cannot_be_created_is_refused(string declaration, string? problem) =>
        Verify.Plugin(
            "[PluginConfig] " + declaration,
            $"The class 'Config' cannot be read from configuration: {problem ?? "'Config' has no public or internal constructor without parameters"}"
        );

    [Fact]
    public Task A_class_that_is_private_is_refused() =>
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
