using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli;

/// <summary>The entry of the tool.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var interrupted = new CancellationTokenSource();
        // The second Ctrl+C ends the process as the system does.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = !interrupted.IsCancellationRequested && Cancel(interrupted);
        return await new Tool(Surroundings.OfProcess()).RunAsync(args, interrupted.Token);
    }

    private static bool Cancel(CancellationTokenSource source)
    {
        source.Cancel();
        return true;
    }
}
