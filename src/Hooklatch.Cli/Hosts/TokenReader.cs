using Hooklatch.Cli.Sending;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Hosts;

/// <summary>Gets the token by which a host knows the person. It is never taken from the command line, which every process can read.</summary>
/// <param name="here">What is around the tool.</param>
internal sealed class TokenReader(Surroundings here)
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <summary>The token: of the file that is named, of HOOKLATCH_TOKEN, or of the file in the person's settings.</summary>
    /// <exception cref="ToolException">There is none, or others may read its file.</exception>
    public string Read(string? file)
    {
        if (file is not null)
        {
            return OfFile(file);
        }

        if (here.Environment("HOOKLATCH_TOKEN") is { Length: > 0 } token)
        {
            return Checked(token.Trim(), "HOOKLATCH_TOKEN");
        }

        var usual = Path.Combine(here.ConfigFolder, "token");
        return File.Exists(usual)
            ? OfFile(usual)
            : throw new ToolException(
                "token_missing",
                $"Give a token: HOOKLATCH_TOKEN, --token-file, or the file {usual} with mode 0600.",
                ExitCode.Usage
            );
    }

    private static string OfFile(string file)
    {
        if (File.Exists(file) && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
        {
            throw new ToolException("token_readable", $"Others may read {file}: chmod 600 {file}.", ExitCode.Usage);
        }

        return Checked(SecretReader.ReadFile(file).Trim(), file);
    }

    /// <summary>Nothing but characters of a token goes into a header.</summary>
    private static string Checked(string token, string source) =>
        token.Length > 0 && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? token
            : throw new ToolException("token_missing", $"{source} holds no token.", ExitCode.Usage);
}
