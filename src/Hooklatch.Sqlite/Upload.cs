using Hooklatch.Inbox;
using Hooklatch.Sqlite.Writing;

namespace Hooklatch.Sqlite;

/// <summary>Writes a large body in pieces before the transaction that shows its delivery, so that no other delivery waits for all of it.</summary>
internal static class Upload
{
    /// <summary>Whether a delivery is that large.</summary>
    public static bool IsNeeded(InboxItem item) => LengthOf(item) > Chunks.Threshold;

    /// <summary>Writes the pieces, and then what shows them.</summary>
    /// <param name="inbox">The store.</param>
    /// <param name="item">The delivery.</param>
    /// <param name="finish">What shows the pieces; it gets the number of the upload.</param>
    /// <param name="abandoned">Told the result where it is on the disk and the caller has left.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<T> RunAsync<T>(
        OpenInbox inbox,
        InboxItem item,
        Func<Session, long, T> finish,
        Action<T>? abandoned,
        CancellationToken cancellation
    )
    {
        var upload = await inbox.Writer.RunAsync(session => session.Bodies.BeginUpload(), cancellation);
        var isFinished = false;
        try
        {
            var index = 0;
            foreach (var piece in PiecesOf(item.Body).Concat(PiecesOf(item.Payload ?? default)))
            {
                var number = index++;
                await inbox.Writer.RunAsync(
                    session =>
                    {
                        session.Bodies.AddChunk(upload, number, piece.Span);
                        return true;
                    },
                    cancellation,
                    piece.Length
                );
            }

            var result = await inbox.Writer.RunAsync(session => finish(session, upload), cancellation, item.Details.Length, abandoned);
            isFinished = true;
            return result;
        }
        finally
        {
            inbox.Context.Uploads.TryRemove(upload, out _);
            if (!isFinished)
            {
                // Where this fails too, a sweep or the next start finds what nobody writes any more.
                _ = inbox.Writer.RunAsync(session => session.Bodies.DropOrphans(), CancellationToken.None);
            }
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
