using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Configuration;

/// <summary><c>[PluginConfig]</c>: what is bound, from where, and what a change does.</summary>
public sealed class PluginConfigTests
{
    private const string Dotted = WebhookHost.Settings;
    private const string Nested = "Plugins:tests:runtime:";
    private const string Defaults = "hello 7  False 00:00:01 Sunday    1+2  inside 0";

    [Fact]
    public async Task Where_nothing_is_configured_the_class_keeps_its_own_values()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.GetAsync("/config").IsAsync(200, Defaults);
    }

    [Theory]
    [InlineData(Dotted)]
    [InlineData(Nested)]
    public async Task Every_kind_is_bound_from_either_section(string section)
    {
        await using var host = await WebhookHost.StartAsync(settings: Everything(section));
        await host.GetAsync("/config").IsAsync(200, "hi 42 0.5 True 00:00:05 Friday Monday https://example.com/ a+b 3+4 x=1+y=2 deep 9");
    }

    [Fact]
    public async Task The_dotted_section_comes_first_and_the_other_fills_in()
    {
        await using var host = await WebhookHost.StartAsync(
            settings: [(Dotted + "Greeting", "dotted"), (Nested + "Greeting", "nested"), (Nested + "Number", "8")]
        );
        await host.GetAsync("/config").IsAsync(200, Defaults.Replace("hello 7", "dotted 8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shell_that_rejects_dots_configures_by_environment_variables()
    {
        const string Prefix = "HOOKLATCH_RUNTIME_TESTS_";
        Environment.SetEnvironmentVariable(Prefix + "Plugins__tests__runtime__Greeting", "from a shell");

        await using var host = await WebhookHost.StartAsync(builder => builder.Configuration.AddEnvironmentVariables(Prefix));

        await host.GetAsync("/config").IsAsync(200, Defaults.Replace("hello", "from a shell", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_single_value_is_an_array_of_one()
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Dotted + "Names", "one"), (Dotted + "Numbers", "5")]);
        await host.GetAsync("/config").IsAsync(200, Defaults.Replace("  1+2 ", " one 5 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_is_seen_by_the_next_request()
    {
        await using var host = await WebhookHost.StartAsync();

        host.Configuration.Change((Dotted + "Greeting", "changed"));
        await host.GetAsync("/config").IsAsync(200, Defaults.Replace("hello", "changed", StringComparison.Ordinal));

        host.Configuration.Change((Dotted + "Greeting", null));
        await host.GetAsync("/config").IsAsync(200, Defaults);
    }

    [Fact]
    public async Task Within_one_request_the_configuration_stands_still()
    {
        var configuration = new LiveConfiguration();
        await using var host = await WebhookHost.StartAsync(builder =>
        {
            ((IConfigurationBuilder)builder.Configuration).Add(configuration);
            builder.Services.AddSingleton<IConfigChange>(new Change(configuration));
        });

        await host.GetAsync("/config/change").IsAsync(200, "hello hello hello changed");
        await host.GetAsync("/config").IsAsync(200, Defaults.Replace("hello", "changed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Number", "many")]
    [InlineData("Number", "1.5")]
    [InlineData("Number", "99999999999")]
    [InlineData("Ratio", "half")]
    [InlineData("Active", "perhaps")]
    [InlineData("Pause", "a while")]
    [InlineData("Day", "Someday")]
    [InlineData("MaybeDay", "Someday")]
    [InlineData("Numbers:0", "one")]
    [InlineData("Nested:Depth", "deep")]
    public async Task A_change_that_cannot_be_read_is_rejected_and_logged_without_its_value(string name, string value)
    {
        await using var host = await WebhookHost.StartAsync(settings: (Dotted + "Greeting", "good"));
        await host.GetAsync("/config");

        host.Configuration.Change((Dotted + "Greeting", "bad"), (Dotted + name, value));

        await host.GetAsync("/config").IsAsync(200, Defaults.Replace("hello", "good", StringComparison.Ordinal));
        await host.GetAsync("/config");
        var rejected = Assert.Single(host.Log.Named("ConfigurationRejected"));
        Assert.Equal(LogLevel.Error, rejected.Level);
        Assert.Contains($"'{Dotted}{name}'", rejected.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, rejected.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_that_is_put_right_counts_again()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Dotted + "Number", "many"));
        await host.GetAsync("/config").IsProblemAsync(500, null);

        host.Configuration.Change((Dotted + "Number", "8"));
        await host.GetAsync("/config").IsAsync(200, Defaults.Replace('7', '8'));
    }

    private static (string, string?)[] Everything(string section) =>
        [
            (section + "Greeting", "hi"),
            (section + "Number", "42"),
            (section + "Ratio", "0.5"),
            (section + "Active", "true"),
            (section + "Pause", "00:00:05"),
            (section + "Day", "friday"),
            (section + "MaybeDay", "Monday"),
            (section + "Address", "https://example.com/"),
            (section + "Names:0", "a"),
            (section + "Names:1", "b"),
            (section + "Numbers:0", "3"),
            (section + "Numbers:1", "4"),
            (section + "Labels:x", "1"),
            (section + "Labels:y", "2"),
            (section + "Nested:Inner", "deep"),
            (section + "Nested:Depth", "9"),
        ];

    private sealed class Change(LiveConfiguration configuration) : IConfigChange
    {
        public Task ApplyAsync()
        {
            configuration.Change((Dotted + "Greeting", "changed"));
            return Task.CompletedTask;
        }
    }
}
