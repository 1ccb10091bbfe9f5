using Cronos;

namespace Hooklatch.Generators.Jobs;

/// <summary>Reads cron expressions, by the parser that the host has.</summary>
internal static class CronText
{
    private static readonly DateTime Any = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What is wrong with an expression; <see langword="null"/> where nothing is.</summary>
    public static string? ProblemWith(string text)
    {
        try
        {
            return Parse(text).GetNextOccurrence(Any) is null ? "never comes" : null;
        }
        catch (CronFormatException error)
        {
            return $"cannot be read: {error.Message}";
        }
    }

    /// <summary>Six fields begin with the seconds.</summary>
    private static CronExpression Parse(string text) =>
        CronExpression.Parse(
            text,
            text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard
        );
}
