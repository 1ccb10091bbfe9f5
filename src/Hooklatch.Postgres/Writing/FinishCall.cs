using Hooklatch.Postgres.Access;
using Npgsql;

namespace Hooklatch.Postgres.Writing;

/// <summary>The function that ends claims, and its arguments: one array for each column.</summary>
internal static class FinishCall
{
    public const string Function = "finish";

    public const int Arguments = 14;

    /// <param name="command">The call.</param>
    /// <param name="at">What stands for the database's time.</param>
    /// <param name="ends">The claims.</param>
    /// <param name="isPatient">Whether it waits for a key that somebody else holds.</param>
    public static void Fill(NpgsqlCommand command, long? at, IReadOnlyList<Ending> ends, bool isPatient) =>
        command
            .Add(at)
            .Add(Each(ends, end => end.Id))
            .Add(Each(ends, end => end.Token))
            .Add(Each(ends, end => (short)end.Result.State))
            .Add(Each(ends, end => end.Result.CountsAsTry))
            .Add(Each(ends, end => Math.Max(0, end.Result.Delay.Ticks)))
            .Add(Each(ends, end => end.Result.StartedAt.UtcTicks))
            .Add(Each(ends, end => end.Result.Elapsed.Ticks))
            .Add(Each(ends, end => end.Result.Handler))
            .Add(Each(ends, end => end.Result.ErrorType))
            .Add(Each(ends, end => end.Result.Error))
            .Add(Each(ends, end => end.Result.Fingerprint))
            .Add(Each(ends, end => end.Result.Report))
            .Add(isPatient);

    private static T[] Each<T>(IReadOnlyList<Ending> ends, Func<Ending, T> of) => [.. ends.Select(of)];
}
