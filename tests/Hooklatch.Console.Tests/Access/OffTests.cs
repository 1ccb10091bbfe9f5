namespace Hooklatch.Console.Tests.Access;

/// <summary>A console without a token.</summary>
public sealed class OffTests
{
    [Theory]
    [InlineData("/hooklatch")]
    [InlineData("/hooklatch/")]
    [InlineData("/hooklatch/index.html")]
    [InlineData("/hooklatch/api/session")]
    [InlineData("/hooklatch/api/nothing")]
    public async Task In_Production_without_a_token_the_console_answers_as_if_it_were_not_there(string path)
    {
        await using var host = await ConsoleHost.StartAsync(settings: []);

        using var answer = await host.GetAsync(path, "any-token-0123456789-abc");
        using var posted = await host.SignInAsync("any-token-0123456789-abc");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Null(host.Address);
    }

    [Fact]
    public async Task It_says_once_at_the_start_that_it_is_off_and_which_setting_turns_it_on()
    {
        await using var host = await ConsoleHost.StartAsync(settings: []);

        var line = Assert.Single(host.Log.Named("ConsoleOff"));

        Assert.Contains("Hooklatch:Console:Tokens:NAME:Token", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_console_that_is_on_says_nothing_of_it_and_makes_no_token()
    {
        await using var host = await ConsoleHost.StartAsync();

        Assert.Empty(host.Log.Named("ConsoleOff"));
        Assert.False(File.Exists(host.TokenPath));
    }

    [Fact]
    public async Task A_token_that_is_configured_later_turns_it_on()
    {
        await using var host = await ConsoleHost.StartAsync(settings: []);

        host.Configuration.Change(ConsoleHost.Tokens);

        await ConsoleHost.SessionAsync(await host.GetAsync("/hooklatch/api/session", ConsoleHost.Reader));
    }

    [Fact]
    public async Task A_host_that_does_not_map_it_says_nothing_and_makes_no_token()
    {
        await using var host = await ConsoleHost.StartAsync(settings: [], environment: "Development", use: _ => { });

        Assert.Empty(host.Log.Named("ConsoleOff"));
        Assert.False(File.Exists(host.TokenPath));
        Assert.Null(host.Address);
    }
}
