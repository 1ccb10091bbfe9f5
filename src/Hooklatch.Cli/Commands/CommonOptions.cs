using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Hooklatch.Cli.Catalog;

namespace Hooklatch.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>The name of a preset, which a shell completes.</summary>
    public static Argument<string?> Provider()
    {
        var provider = new Argument<string?>("provider")
        {
            Description = "The provider: github, stripe.",
            HelpName = "PROVIDER",
            Arity = ArgumentArity.ZeroOrOne,
        };
        provider.CompletionSources.Add(_ => PresetCatalog.Names);
        provider.Validators.Add(RefuseUnknownOption);
        return provider;
    }

    /// <summary>A file, or <c>-</c>.</summary>
    public static Argument<string?> File(string description)
    {
        var file = new Argument<string?>("file")
        {
            Description = description,
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        file.Validators.Add(RefuseUnknownOption);
        return file;
    }

    /// <summary>A number within bounds.</summary>
    public static Option<int> Number(string name, string description, int usual, int min, int max)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) || value < min || value > max)
            )
            {
                result.AddError(FormattableString.Invariant($"{name} is a number from {min} to {max}."));
            }
        });
        return option;
    }

    /// <summary>Reads <c>name=value</c>.</summary>
    public static KeyValuePair<string, string> Pair(string text) => Split(text, '=', "NAME=VALUE");

    /// <summary>Reads <c>Name: value</c>.</summary>
    public static KeyValuePair<string, string> Header(string text)
    {
        var (name, value) = Split(text, ':', "'Name: value'");
        return new(name.Trim(), value.Trim());
    }

    /// <summary>What looks like an option and is none is no argument either.</summary>
    private static void RefuseUnknownOption(ArgumentResult result)
    {
        if (result.Tokens is [var token] && token.Value.Length > 1 && token.Value.StartsWith('-'))
        {
            result.AddError($"There is no option {token.Value}.");
        }
    }

    private static KeyValuePair<string, string> Split(string text, char separator, string form)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at > 0 ? new(text[..at], text[(at + 1)..]) : throw ToolException.Usage($"'{text}' is not written as {form}.");
    }
}
