using System.Text;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Tests.Harness;

/// <summary>A run of the tool in this process: what it was given, and what it said.</summary>
internal sealed class ToolRun
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly WatchedWriter _error = new() { NewLine = "\n" };
    private readonly MemoryStream _outBytes = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = new TestClock();

    /// <summary>Environment variables.</summary>
    public Dictionary<string, string> Environment { get; init; } = [];

    /// <summary>What answers requests; null for the network.</summary>
    public Func<HttpMessageHandler>? Handler { get; init; }

    /// <summary>What is piped in.</summary>
    public byte[] In { get; init; } = [];

    /// <summary>Whether a person sits at the terminal.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>What that person types: lines, also hidden ones.</summary>
    public Queue<string> Typed { get; init; } = [];

    /// <summary>The person's folders.</summary>
    public string Folder { get; init; } = Path.Combine(Path.GetTempPath(), "hooklatch-none");

    /// <summary>What was printed.</summary>
    public string Out => Read(_out);

    /// <summary>What was printed as bytes.</summary>
    public byte[] OutBytes => _outBytes.ToArray();

    /// <summary>What was printed on the side.</summary>
    public string Error => Read(_error);

    /// <summary>Completes with the first line that is printed on the side.</summary>
    public Task FirstNote => _error.FirstLine;

    /// <summary>The lines of what was printed.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How it ended.</summary>
    public int? Code { get; private set; }

    /// <summary>Runs a command line to its end.</summary>
    public async Task<ToolRun> RunAsync(IEnumerable<string> args, CancellationToken cancellation)
    {
        Code = await new Tool(Surroundings()).RunAsync([.. args], cancellation);
        return this;
    }

    /// <summary>Runs a command line to its end.</summary>
    public Task<ToolRun> RunAsync(params string[] args) => RunAsync(args, TestContext.Current.CancellationToken);

    /// <summary>What the tool sees of this.</summary>
    public Surroundings Surroundings()
    {
        var terminal = new Terminal
        {
            Out = TextWriter.Synchronized(_out),
            OutBytes = _outBytes,
            Error = TextWriter.Synchronized(_error),
            In = new MemoryStream(In),
            InIsTerminal = IsTerminal,
            OutIsTerminal = IsTerminal,
            ErrorIsTerminal = IsTerminal,
            ReadLine = () => Typed.TryDequeue(out var line) ? line : null,
            ReadHidden = () => Typed.TryDequeue(out var line) ? line : null,
        };
        return Handler is { } handler
            ? new Surroundings
            {
                Terminal = terminal,
                Time = Time,
                Environment = Environment.GetValueOrDefault,
                ConfigFolder = Path.Combine(Folder, "config"),
                StateFolder = Path.Combine(Folder, "state"),
                CreateHandler = handler,
            }
            : new Surroundings
            {
                Terminal = terminal,
                Time = Time,
                Environment = Environment.GetValueOrDefault,
                ConfigFolder = Path.Combine(Folder, "config"),
                StateFolder = Path.Combine(Folder, "state"),
            };
    }

    private static string Read(StringWriter writer)
    {
        lock (writer)
        {
            return writer.ToString();
        }
    }

    /// <summary>All that is known, for a test that fails.</summary>
    public override string ToString() => $"exit code {Code}\n{Out}\n{Encoding.UTF8.GetString(OutBytes)}\n{Error}";
}
