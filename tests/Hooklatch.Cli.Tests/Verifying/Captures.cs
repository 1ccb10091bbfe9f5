using System.Text;
using Hooklatch.Cli.Tests.Harness;

namespace Hooklatch.Cli.Tests.Verifying;

/// <summary>Captured requests: what <c>send --print</c> writes, and what happens to it on the way.</summary>
internal static class Captures
{
    /// <summary>The request that <c>send</c> would send.</summary>
    public static async Task<byte[]> OfAsync(TimeProvider time, byte[] body, params string[] args)
    {
        var run = await new ToolRun { Time = time, In = body }.RunAsync(["send", args[0], "-", .. args[1..], "--print"]);
        Assert.True(run.Code == ExitCode.Done, run.ToString());
        return run.OutBytes;
    }

    /// <summary>The same with another head.</summary>
    public static byte[] WithHead(byte[] capture, Func<string, string> change)
    {
        var end = capture.AsSpan().IndexOf("\r\n\r\n"u8);
        return [.. Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(capture.AsSpan(0, end)))), .. capture.AsSpan(end)];
    }

    /// <summary>The same with another body.</summary>
    public static byte[] WithBody(byte[] capture, Func<byte[], byte[]> change)
    {
        var end = capture.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        return [.. capture.AsSpan(0, end), .. change(capture[end..])];
    }
}
