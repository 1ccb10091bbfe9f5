using System.ComponentModel;
using System.Diagnostics;

namespace Hooklatch.TestKit.Processes;

/// <summary>
/// A program that a test needs and a machine may lack. Without it the test is skipped and says so;
/// where <c>HOOKLATCH_REQUIRE_COMPONENTS=1</c> is set, as in <c>.ci/run</c>, it fails.
/// </summary>
internal static class Component
{
    private static readonly bool MustBeThere = Environment.GetEnvironmentVariable("HOOKLATCH_REQUIRE_COMPONENTS") == "1";

    /// <summary>Goes on only if one of the programs can be started; each is tried with <c>--version</c>.</summary>
    public static void Require(params string[] anyOf)
    {
        if (!anyOf.Any(Starts))
        {
            Missing($"This test needs {string.Join(" or ", anyOf)}, which this machine does not have.");
        }
    }

    /// <summary>Ends the test, because something that it needs is not there.</summary>
    public static void Missing(string reason)
    {
        if (MustBeThere)
        {
            Assert.Fail(reason);
        }
        Assert.Skip(reason);
    }

    private static bool Starts(string program)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true, RedirectStandardError = true }
            )!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
