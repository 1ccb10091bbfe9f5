using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Sending;

/// <summary>Gets secrets: from the command line, from a file, or from the person.</summary>
/// <param name="here">What is around the tool.</param>
internal sealed class SecretReader(Surroundings here)
{
    /// <summary>A longer file holds no secret.</summary>
    private const int MaxLength = 64 * 1024;

    /// <summary>The secrets that are given, in their order.</summary>
    /// <exception cref="ToolException">There is none.</exception>
    public IReadOnlyList<string> Read(IEnumerable<string> given, IEnumerable<string> files, string what)
    {
        string[] secrets = [.. given, .. files.Select(ReadFile)];
        return secrets.Length > 0 ? secrets : [Ask(what)];
    }

    /// <summary>Reads a secret from a file, without the line end that an editor put there.</summary>
    public static string ReadFile(string file)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
        {
            throw new ToolException("secret_missing", $"There is no file {file}.", ExitCode.Usage);
        }

        var text = info.Length <= MaxLength ? File.ReadAllText(file).TrimEnd('\r', '\n') : "";
        return text.Length > 0 ? text : throw new ToolException("secret_missing", $"{file} holds no secret.", ExitCode.Usage);
    }

    private string Ask(string what)
    {
        if (!here.Terminal.InIsTerminal || !here.Terminal.ErrorIsTerminal)
        {
            throw new ToolException("secret_missing", $"Give the {what} with --secret or --secret-file.", ExitCode.Usage);
        }

        here.Terminal.Error.Write($"{char.ToUpperInvariant(what[0])}{what[1..]}: ");
        here.Terminal.Error.Flush();
        var text = here.Terminal.ReadHidden();
        here.Terminal.Error.WriteLine();
        return text is { Length: > 0 } ? text : throw new ToolException("secret_missing", $"No {what} was given.", ExitCode.Usage);
    }
}
