using System.Diagnostics;
using System.Text;

namespace Hooklatch.TestKit.Processes;

/// <summary>One process of the published host, from the line that names its address until the test ends.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    public const string DataDirectory = "Hooklatch:DataDirectory";

    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the next line.</summary>
    private TaskCompletionSource _printed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TemporaryFolder _data;

    private RunningHost(Process process, TemporaryFolder data) => (_process, _data) = (process, data);

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false });

    /// <summary>The id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>What the host has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Where the host listens, in the order of its endpoints. All of them are known once it says that it has started.</summary>
    public Uri[] Addresses => [.. Output.Split('\n').Select(AddressIn).OfType<Uri>()];

    /// <summary>Waits until one line holds all of the texts. The host prints on a thread of its own.</summary>
    public Task WaitForLineAsync(params string[] texts) => WaitAsync(() => Output.Split('\n').Any(line => Holds(line, texts)), texts);

    /// <summary>Waits until the output holds all of the texts.</summary>
    public Task WaitForOutputAsync(params string[] texts) => WaitAsync(() => Holds(Output, texts), texts);

    /// <summary>How much of the machine's memory the process has, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <param name="binary">The host.</param>
    /// <param name="settings">What stands on its command line.</param>
    /// <param name="tracer">A program, with its arguments, that starts the host and stands between it and the system; none for none.</param>
    public static async Task<RunningHost> StartAsync(string binary, string[] settings, params string[] tracer)
    {
        // One process holds an inbox. Settings that follow may name a directory that outlives this host.
        var data = new TemporaryFolder();
        string[] command = [.. tracer, binary, "--urls", "http://127.0.0.1:0", $"--{DataDirectory}={data.Path}", .. settings];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.GetDirectoryName(binary),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var host = new RunningHost(new Process { StartInfo = start, EnableRaisingEvents = true }, data);
        host.Start();
        host.Client.BaseAddress = await host._address.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _data.Dispose();
    }

    /// <summary>Asks the host to stop, as an operator or an orchestrator does, and waits until it has.</summary>
    public async Task<int> TerminateAsync()
    {
        await ChildProcess.RunAsync("kill", ["-TERM", $"{_process.Id}"], Repository.Root, TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    public Task WaitForEndAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken);

    private static bool Holds(string output, string[] texts) => texts.All(text => output.Contains(text, StringComparison.Ordinal));

    private async Task WaitAsync(Func<bool> condition, string[] texts)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Timeout);
        while (true)
        {
            // Taken before the output is looked at, so that no line comes in between.
            var printed = Printed();
            if (condition())
            {
                return;
            }

            await printed.WaitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Assert.False(timeout.IsCancellationRequested, $"The host did not print {string.Join(" … ", texts)}. It printed:\n{Output}");
        }
    }

    private Task Printed()
    {
        lock (_output)
        {
            return _printed.Task;
        }
    }

    private void Start()
    {
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The host ended:\n" + Output));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Read(string? line)
    {
        TaskCompletionSource printed;
        lock (_output)
        {
            _output.AppendLine(line);
            (printed, _printed) = (_printed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        printed.SetResult();
        if (AddressIn(line) is { } address)
        {
            _address.TrySetResult(address);
        }
    }

    private static Uri? AddressIn(string? line) =>
        line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at ? new Uri(line[(at + Listening.Length)..].Trim()) : null;
}
