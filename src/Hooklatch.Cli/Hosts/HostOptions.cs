using System.CommandLine;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Hosts;

/// <summary>The options by which a command finds a running host.</summary>
/// <param name="name">The name of the option for its address.</param>
internal sealed class HostOptions(string name = "--host")
{
    private readonly Option<string?> _host = new(name) { Description = "The host. Default: HOOKLATCH_HOST.", HelpName = "URL" };
    private readonly Option<string?> _tokenFile = new("--token-file")
    {
        Description = "The token; else HOOKLATCH_TOKEN, or the file of the settings.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _allowHttp = new("--allow-http") { Description = "Send the token without TLS." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_host);
        command.Add(_tokenFile);
        command.Add(_allowHttp);
    }

    /// <summary>Whether a host is named on the command line.</summary>
    public bool IsGiven(ParseResult line) => line.GetValue(_host) is not null;

    /// <summary>Makes what calls the host.</summary>
    /// <exception cref="ToolException">There is no host, no token, or a token would be sent in the clear.</exception>
    public HostClient Connect(ParseResult line, Surroundings here)
    {
        var text =
            line.GetValue(_host)
            ?? here.Environment("HOOKLATCH_HOST")
            ?? throw new ToolException("host_missing", $"Name the host with {name} or HOOKLATCH_HOST.", ExitCode.Usage);
        var api = HostAddress.ApiOf(text);
        if (api.Scheme != Uri.UriSchemeHttps && !api.IsLoopback && !line.GetValue(_allowHttp))
        {
            throw new ToolException(
                "clear_text",
                $"The token would go to {api.Host} without TLS, for everybody on the way to read: use https, or --allow-http.",
                ExitCode.Usage
            );
        }

        return new HostClient(
            new HttpMessageInvoker(here.CreateHandler()),
            here.Time,
            api,
            new TokenReader(here).Read(line.GetValue(_tokenFile))
        );
    }
}
