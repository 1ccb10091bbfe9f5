using Hooklatch.Inbox;
using Hooklatch.Sqlite.Writing;

namespace Hooklatch.Sqlite;

/// <summary>Writes a large body in pieces before the transaction that shows its delivery, so that no other delivery waits for all of it.</summary>
internal static class Upload
{
    public const string DiskIsLow = "Too little of the inbox's disk is free.";

    /// <summary>Whether a delivery is that large.</summary>
    public static bool IsNeeded(InboxItem item) => LengthOf(item) > Chunks.Threshold;

    /// <summary>Takes room in memory for a delivery. The caller disposes it when the delivery is written.</summary>
    /// <exception cref="InboxUnavailableException">There is none.</exception>
    public static IDisposable TakeRoom(OpenInbox inbox, InboxItem item) =>
        inbox.Context.UploadRoom.TryEnter(LengthOf(item))
        ?? throw new InboxUnavailableException("Too many large deliveries wait to be written to the inbox.");

    /// <summary>Writes the pieces, and then what shows them.</summary>
    /// <param name="inbox">The store.</param>
    /// <param name="item">The delivery.</param>
    /// <param name="finish">What shows the pieces; it gets the number of the upload. Where it shows none, they are dropped.</param>
    /// <param name="abandoned">Told the result where it is on the disk and the caller has left.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InboxUnavailableException">There is no room for it, in memory or on the disk.</exception>
    public static async Task<T> RunAsync<T>(
        OpenInbox inbox,
        InboxItem item,
        Func<Session, long, T> finish,
        Action<T>? abandoned,
        CancellationToken cancellation
    )
    {
        var upload = await inbox.Writer.RunAsync(
            session => session.Bodies.BeginUpload(),
            cancellation,
            abandoned: left => inbox.Context.Uploads.TryRemove(left, out _)
        );
        try
        {
            var index = 0;
            foreach (var piece in PiecesOf(item.Body).Concat(PiecesOf(item.Payload ?? default)))
            {
                var number = index++;
                var isWritten = await inbox.Writer.RunAsync(session => TryAdd(session, upload, number, piece), cancellation, piece.Length);
                if (!isWritten)
                {
                    throw new InboxUnavailableException(DiskIsLow);
                }
            }

            return await inbox.Writer.RunAsync(session => finish(session, upload), cancellation, item.Details.Length, abandoned);
        }
        finally
        {
            // Whose delivery is on the disk is no longer among them.
            if (inbox.Context.Uploads.TryRemove(upload, out _))
            {
                _ = DropAsync(inbox);
            }
        }
    }

    private static bool TryAdd(Session session, long upload, int index, ReadOnlyMemory<byte> piece)
    {
        // Not an exception, for which all that is committed with it would be undone and done again.
        if (session.IsDiskLow)
        {
            return false;
        }

        session.Bodies.AddChunk(upload, index, piece.Span);
        return true;
    }

    private static async Task DropAsync(OpenInbox inbox)
    {
        try
        {
            await inbox.DropOrphansAsync(CancellationToken.None);
        }
        catch (InboxUnavailableException)
        {
            // A sweep finds what nobody writes any more.
        }
    }

    private static long LengthOf(InboxItem item) => (long)item.Body.Length + (item.Payload?.Length ?? 0);

    private static IEnumerable<ReadOnlyMemory<byte>> PiecesOf(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at += Chunks.Size)
        {
            yield return bytes.Slice(at, Math.Min(Chunks.Size, bytes.Length - at));
        }
    }
}
