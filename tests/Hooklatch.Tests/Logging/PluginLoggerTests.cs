using System.Text;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Logging;

/// <summary>What a plugin logs of a sender's text is one line of harmless characters, without its author thinking of it.</summary>
public sealed class PluginLoggerTests : IClassFixture<SharedHost>
{
    private const string Hostile = "a\r\nfail: forged\u001b[2J\u202e";
    private const string Shown = "a\\u000D\\u000Afail: forged\\u001B[2J\\u202E";

    private readonly WebhookHost _host;

    public PluginLoggerTests(SharedHost shared)
    {
        _host = shared.Fresh;
        _host.Log.Forget();
    }

    public static TheoryData<string, Action<ILogger>> Ways =>
        new()
        {
            { "a value", logger => logger.LogInformation("from {Sender}", Hostile) },
#pragma warning disable CA2254 // What an author should not write, and does.
            { "an interpolated text", logger => logger.LogInformation($"from {Hostile}") },
#pragma warning restore CA2254
            { "a list", logger => logger.LogInformation("from {Sender}", (object)new[] { Hostile }) },
            { "an object", logger => logger.LogInformation("from {Sender}", new Sender(Hostile)) },
            { "a state of its own", logger => logger.Log(LogLevel.Information, default, Hostile, null, (state, _) => "from " + state) },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_entry_is_one_line(string way, Action<ILogger> write)
    {
        Assert.NotEmpty(way);
        write(_host.App.Services.GetRequiredService<ILogger<HandledDeliveries>>());

        var entry = Assert.Single(_host.Log.Entries, entry => entry.Category == typeof(HandledDeliveries).FullName);
        Assert.Equal("from " + Shown, entry.Message);
        Assert.DoesNotContain('\u001b', entry.Everything);
        Assert.DoesNotContain('\r', entry.Everything);
    }

    [Theory]
    [InlineData('\n')]
    [InlineData('\u001b')]
    public void A_character_is_text(char hostile)
    {
        _host
            .App.Services.GetRequiredService<ILogger<HandledDeliveries>>()
            .LogInformation("from {First} {Rune}", hostile, new Rune(hostile));

        var entry = Assert.Single(_host.Log.Entries, entry => entry.Category == typeof(HandledDeliveries).FullName);
        Assert.DoesNotContain(hostile, entry.Everything);
    }

    [Fact]
    public void A_scope_that_is_a_dictionary_holds_safe_values()
    {
        var logger = _host.App.Services.GetRequiredService<ILogger<HandledDeliveries>>();
        using (logger.BeginScope(new Dictionary<string, object?> { ["Id"] = Hostile }))
        {
            logger.LogInformation("within");
        }

        Assert.DoesNotContain('\u001b', Assert.Single(_host.Log.Entries, entry => entry.Message == "within").Everything);
    }

    [Fact]
    public void The_logger_of_the_plugin_s_key_is_safe_too()
    {
        var logger = _host.App.Services.GetRequiredKeyedService<ILogger>("tests.runtime");

        using (logger.BeginScope("scope of {Sender}", Hostile))
        using (logger.BeginScope(Hostile))
        {
            logger.LogInformation("from {Sender}", Hostile);
        }

        var entry = Assert.Single(_host.Log.Entries, entry => entry.Category == "tests.runtime");
        Assert.Equal("from " + Shown, entry.Message);
        Assert.Contains("scope of " + Shown, entry.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', entry.Everything);
    }

    [Fact]
    public void A_structured_sink_gets_the_same_fields()
    {
        _host
            .App.Services.GetRequiredService<ILogger<HandledDeliveries>>()
            .LogInformation("{Repository}: {Count} commits, the last: {Message}", "octo/hello", 2, Hostile);

        var fields = Assert.Single(_host.Log.Entries, entry => entry.Category == typeof(HandledDeliveries).FullName).Fields;
        Assert.Equal(("octo/hello", 2, Shown), (fields["Repository"], fields["Count"], fields["Message"]));
        Assert.Equal("{Repository}: {Count} commits, the last: {Message}", fields["{OriginalFormat}"]);
    }

    [Theory]
    [InlineData("octo/hello: mona pushed 2 commit(s), the last: Second")]
    [InlineData("Grüße, 世界 \U0001F469\u200D\U0001F4BB")]
    public void What_is_harmless_stays_as_it_is(string text)
    {
        var logger = _host.App.Services.GetRequiredService<ILogger<HandledDeliveries>>();

        logger.LogInformation("{Text}", text);

        Assert.Equal(text, Assert.Single(_host.Log.Entries, entry => entry.Category == typeof(HandledDeliveries).FullName).Message);
    }

    [Fact]
    public void What_is_not_of_a_plugin_is_not_changed()
    {
        _host.App.Services.GetRequiredService<ILogger<WebApplication>>().LogInformation("{Text}", "two\nlines");

        Assert.Equal("two\nlines", Assert.Single(_host.Log.Entries, entry => entry.Category == typeof(WebApplication).FullName).Message);
    }

    private sealed record Sender(string Name)
    {
        public override string ToString() => Name;
    }
}
