using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;
using Npgsql;

namespace Hooklatch.Postgres.Writing;

/// <summary>What became of a delivery that was to be stored.</summary>
/// <param name="Kind">A number of <see cref="InboxAcceptanceKind"/>, or that it is to be asked for once more.</param>
/// <param name="Id">Its id, or that of the one it is a copy of.</param>
/// <param name="IsClaimed">Whether it is claimed.</param>
/// <param name="StateOfFirst">The state of the one that it is a copy of, where that has work.</param>
internal readonly record struct Accepted(int Kind, long Id, bool IsClaimed, InboxState? StateOfFirst)
{
    /// <summary>The token of a claim that is made with the acceptance.</summary>
    public const long FirstToken = 1;

    /// <summary>Whether it makes the one that it is a copy of run again, unless the copy says otherwise.</summary>
    public bool MayRequeue => Kind == (int)InboxAcceptanceKind.Duplicate && StateOfFirst is InboxState.Dead or InboxState.Quarantined;

    /// <summary>What a copy in the same group became.</summary>
    public Accepted AsCopy() => Kind == (int)InboxAcceptanceKind.Accepted ? new((int)InboxAcceptanceKind.Duplicate, Id, false, null) : this;

    public static Accepted Read(NpgsqlDataReader row) =>
        new(row.GetInt32(0), row.GetInt64(1), row.GetBoolean(2), (InboxState?)row.IntOrNull(3));
}
