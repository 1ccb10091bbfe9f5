using System.CommandLine;
using Hooklatch.Cli.Sending;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands;

/// <summary>The options by which a command gets secrets, and what a preset needs besides.</summary>
/// <param name="description">What the secret is.</param>
internal sealed class SecretOptions(string description)
{
    private readonly Option<string[]> _secret = new("--secret", "-s") { Description = description, HelpName = "SECRET" };
    private readonly Option<string[]> _file = new("--secret-file") { Description = "The same in a file.", HelpName = "FILE" };
    private readonly Option<string[]> _setting = new("--setting")
    {
        Description = "What the provider needs besides: AesKey=….",
        HelpName = "NAME=VALUE",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_secret);
        command.Add(_file);
        command.Add(_setting);
    }

    /// <summary>Whether a secret is given.</summary>
    public bool IsGiven(ParseResult line) => line.GetValue(_secret) is { Length: > 0 } || line.GetValue(_file) is { Length: > 0 };

    /// <summary>The secrets; a person is asked where none is given.</summary>
    public IReadOnlyList<string> Read(ParseResult line, Surroundings here, string what) =>
        new SecretReader(here).Read(line.GetValue(_secret) ?? [], line.GetValue(_file) ?? [], what);

    /// <summary>The settings.</summary>
    public Dictionary<string, string> Settings(ParseResult line) =>
        (line.GetValue(_setting) ?? []).Select(CommonOptions.Pair).ToDictionary(StringComparer.Ordinal);
}
