using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Writing;

/// <summary>The bytes of deliveries, and the pieces of large ones.</summary>
internal sealed class BodyTable(Session session)
{
    /// <summary>No upload has this number.</summary>
    private const long ProbeUpload = -1;

    /// <summary>How many bytes of bodies one transaction frees, at most, and those of one body more: what is freed is written over with zeros.</summary>
    public const long FreedPerTransaction = 4L << 20;

    private const long ChunksPerTransaction = FreedPerTransaction / Chunks.Size;

    private readonly Statement _insert = session.Database.Prepare(
        "insert into body(id, body, payload, payload_length, details, upload) values (?1, ?2, ?3, ?4, ?5, ?6)"
    );

    private readonly Statement _uploadOf = session.Database.Prepare("select upload from body where id = ?1");
    private readonly Statement _delete = session.Database.Prepare("delete from body where id = ?1");
    private readonly Statement _insertChunk = session.Database.Prepare("insert into chunk(id, data) values (?1, ?2)");
    private readonly Statement _deleteChunks = session.Database.Prepare("delete from chunk where id >= ?1 and id < ?2");
    private readonly Statement _lastOfSlice = session.Database.Prepare(
        "select id from chunk where id >= ?1 and id < ?2 order by id limit 1 offset ?3"
    );
    private readonly Statement _insertUpload = session.Database.Prepare("insert or ignore into upload(id) values (?1)");
    private readonly Statement _deleteUpload = session.Database.Prepare("delete from upload where id = ?1");
    private readonly Statement _uploads = session.Database.Prepare("select id from upload where id > ?1 order by id limit 1");

    /// <summary>Stores the bytes of a delivery.</summary>
    /// <param name="id">The delivery.</param>
    /// <param name="item">What was received.</param>
    /// <param name="upload">The upload that holds body and payload already.</param>
    public void Add(long id, InboxItem item, long? upload)
    {
        _insert.Bind(1, id).Bind(4, item.Payload?.Length).Bind(5, item.Details.Span).Bind(6, upload);
        if (upload is { } number)
        {
            _insert.BindNull(2).BindNull(3).Run();
            _deleteUpload.Bind(1, number).Run();
            session.NoteShown(number);
            return;
        }

        _insert.Bind(2, item.Body.Span);
        if (item.Payload is { } payload)
        {
            _insert.Bind(3, payload.Span).Run();
        }
        else
        {
            _insert.BindNull(3).Run();
        }
    }

    /// <summary>Drops the bytes of a delivery. Pieces are from now on those of an upload that nobody writes.</summary>
    public void Delete(long id)
    {
        if (_uploadOf.Bind(1, id).Number() is { } upload)
        {
            _insertUpload.Bind(1, upload).Run();
        }

        _delete.Bind(1, id).Run();
    }

    /// <summary>Begins an upload. What is written of it is dropped after the next start, unless a delivery has it by then.</summary>
    public long BeginUpload()
    {
        var upload = ++session.Board.LastUpload;
        _insertUpload.Bind(1, upload).Run();
        session.Context.Uploads[upload] = 0;
        return upload;
    }

    public void AddChunk(long upload, int index, ReadOnlySpan<byte> data)
    {
        _insertChunk.Bind(1, Chunks.First(upload) + index).Bind(2, data).Run();
        _insertChunk.Clear();
    }

    /// <summary>Drops a part of the uploads that nobody writes any more.</summary>
    /// <returns>Whether there is more.</returns>
    public bool DropOrphans()
    {
        var left = ChunksPerTransaction;
        for (var after = 0L; _uploads.Bind(1, after).Number() is { } upload; after = upload)
        {
            if (session.Context.Uploads.ContainsKey(upload))
            {
                continue;
            }

            var end = Chunks.First(upload + 1);
            if (_lastOfSlice.Bind(1, Chunks.First(upload)).Bind(2, end).Bind(3, left).Number() is { } next)
            {
                _deleteChunks.Bind(1, Chunks.First(upload)).Bind(2, next).Run();
                return true;
            }

            _deleteChunks.Bind(1, Chunks.First(upload)).Bind(2, end).Run();
            left -= session.Database.Changes;
            _deleteUpload.Bind(1, upload).Run();
            if (left <= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes something that nobody reads, to see whether it can be written.</summary>
    public void Probe(int bytes)
    {
        EndProbe();
        AddChunk(ProbeUpload, 0, new byte[bytes]);
    }

    /// <summary>Drops what <see cref="Probe"/> wrote.</summary>
    public void EndProbe() => DeleteChunks(ProbeUpload);

    private void DeleteChunks(long upload) => _deleteChunks.Bind(1, Chunks.First(upload)).Bind(2, Chunks.First(upload + 1)).Run();
}
