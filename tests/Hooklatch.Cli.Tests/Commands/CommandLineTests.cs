using System.CommandLine;
using System.Text.Json;
using Hooklatch.Cli.Catalog;
using Hooklatch.Cli.Commands;
using Hooklatch.Cli.Tests.Harness;

namespace Hooklatch.Cli.Tests.Commands;

/// <summary>What holds for every command: help, errors, completion, colours.</summary>
public sealed class CommandLineTests
{
    public static TheoryData<string> Commands => [.. PathsOf(ToolRoot.Create(new ToolRun().Surroundings()), "")];

    [Theory, MemberData(nameof(Commands))]
    public async Task Help_fits_80_columns_and_names_no_slash(string path)
    {
        var run = await new ToolRun().RunAsync([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("hooklatch", run.Out, StringComparison.Ordinal);
        Assert.All(run.Lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.DoesNotContain("/?", run.Out, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("send", "--nonsense")]
    [InlineData("deliveries")]
    [InlineData("verify", "github")]
    [InlineData("completion", "tcsh")]
    public async Task A_wrong_command_line_ends_with_2_and_says_where_help_is(params string[] args)
    {
        var people = await new ToolRun().RunAsync(args);
        var scripts = await new ToolRun().RunAsync([.. args, "--json"]);

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (people.Code, scripts.Code));
        Assert.Contains("--help' says more.", people.Error, StringComparison.Ordinal);
        Assert.Equal("usage", JsonDocument.Parse(scripts.Error).RootElement.GetProperty("error").GetString());
        Assert.Empty(people.Out + scripts.Out);
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var run = await new ToolRun().RunAsync("--version");

        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", run.Out);
    }

    [Theory]
    [InlineData("hooklatch ", "send", "verify", "listen", "deliveries", "completion")]
    [InlineData("hooklatch se", "send")]
    [InlineData("hooklatch send gith", "github")]
    [InlineData("hooklatch verify str", "stripe")]
    [InlineData("hooklatch deliveries ", "tail", "show", "replay")]
    [InlineData("hooklatch send github --ur", "--url")]
    [InlineData("hooklatch deliveries tail --state de", "dead", "delayed")]
    public async Task A_shell_is_told_what_may_follow(string line, params string[] expected)
    {
        // The number counts the whole line with the tool's name.
        var run = await new ToolRun().RunAsync($"[suggest:{line.Length}]", line);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Subset(run.Lines.ToHashSet(), expected.ToHashSet());
        Assert.DoesNotContain("/?", run.Lines);
    }

    [Fact]
    public async Task Only_what_stands_before_the_cursor_counts()
    {
        var run = await new ToolRun().RunAsync("[suggest:12]", "hooklatch se github --url");

        Assert.Equal(["send"], run.Lines);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _hooklatch hooklatch")]
    [InlineData("zsh", "compdef _hooklatch hooklatch")]
    [InlineData("fish", "complete -c hooklatch")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public async Task A_script_is_printed_for_each_shell(string shell, string text)
    {
        var run = await new ToolRun().RunAsync("completion", shell);

        Assert.Contains(text, run.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Out);
    }

    [Fact]
    public async Task Colours_are_for_terminals_and_not_where_NO_COLOR_is_set()
    {
        FakeServer server = new(_ => new(200));
        string[] args = ["send", "github", "--url", "http://localhost/", "-s", "secret"];

        var terminal = await new ToolRun { Handler = server.CreateHandler, IsTerminal = true }.RunAsync(args);
        var piped = await new ToolRun { Handler = server.CreateHandler }.RunAsync(args);
        var unwanted = await new ToolRun
        {
            Handler = server.CreateHandler,
            IsTerminal = true,
            Environment = { ["NO_COLOR"] = "1" },
        }.RunAsync(args);

        Assert.StartsWith("\e[32m200", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', piped.Out + unwanted.Out);
    }

    [Fact]
    public async Task A_progress_bar_is_shown_to_a_terminal_and_fits_80_columns()
    {
        FakeServer server = new(_ => new(200));
        string[] args = ["send", "github", "--url", "http://localhost/", "-s", "secret", "--repeat", "50"];

        var terminal = await new ToolRun { Handler = server.CreateHandler, IsTerminal = true }.RunAsync(args);
        var piped = await new ToolRun { Handler = server.CreateHandler }.RunAsync(args);

        Assert.Contains("100%", terminal.Error, StringComparison.Ordinal);
        Assert.Empty(piped.Error);
        Assert.Equal(50, server.Requests.Count / 2);
    }

    [Fact]
    public async Task The_events_of_a_provider_are_listed()
    {
        var people = await new ToolRun().RunAsync("events", "github");
        var scripts = await new ToolRun().RunAsync("events", "github", "--json");
        var push = scripts
            .Lines.Select(line => JsonDocument.Parse(line).RootElement)
            .Single(one => one.GetProperty("event").GetString() == "push");

        Assert.Equal(PresetCatalog.Find("github").Info.Events, people.Lines);
        Assert.True(push.GetProperty("hasSample").GetBoolean());
    }

    private static IEnumerable<string> PathsOf(Command command, string path) =>
        command.Subcommands.SelectMany(one => PathsOf(one, $"{path} {one.Name}")).Prepend(path);
}
