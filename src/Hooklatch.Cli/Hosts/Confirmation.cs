using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Hosts;

/// <summary>Asks before many things change at once.</summary>
/// <param name="here">What is around the tool.</param>
internal sealed class Confirmation(Surroundings here)
{
    /// <summary>Asks a question that only <c>y</c> or <c>yes</c> agrees to.</summary>
    /// <param name="question">The question with the number.</param>
    /// <param name="isGiven">Whether <c>--yes</c> was said.</param>
    /// <exception cref="ToolException">Nobody can be asked, or the person does not want it.</exception>
    public void Ask(string question, bool isGiven)
    {
        if (isGiven)
        {
            return;
        }

        if (!here.Terminal.InIsTerminal)
        {
            throw new ToolException("not_confirmed", $"{question} Say so with --yes.", ExitCode.Usage);
        }

        here.Terminal.Error.Write(LogText.OneLine(question) + " [y/N] ");
        here.Terminal.Error.Flush();
        if (here.Terminal.ReadLine()?.Trim().ToLowerInvariant() is not ("y" or "yes"))
        {
            throw new ToolException("not_confirmed", "Nothing was done.");
        }
    }
}
