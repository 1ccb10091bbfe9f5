using System.Text;
using Hooklatch.Inbox.Sealing;
using Hooklatch.Inbox.Tests.Memory;
using Hooklatch.Testing.Inbox;

namespace Hooklatch.Inbox.Tests.Sealing;

/// <summary>What jobs report and what plugins keep is sealed like bodies.</summary>
public sealed class SealedBytesTests : IAsyncLifetime
{
    private const string Canary = "a canary that sings";

    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(Canary);
    private readonly SealingKeys _keys = new();
    private readonly MemoryStoreFixture _fixture = new(new MemoryInbox());
    private readonly SealedStore _store;

    public SealedBytesTests() => _store = new SealedStore(_fixture.Store, _keys.Live);

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _fixture.OpenAsync(new(100, 1 << 20, 0));

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_value_is_sealed_for_its_name()
    {
        var key = new ValueKey("tests.one", "global", "key");
        await _store.SetValueAsync(key, Plain, null, null, Ended);

        var stored = (await _fixture.Store.GetValueAsync(key, Ended))!.Value;
        Assert.DoesNotContain(Canary, Encoding.UTF8.GetString(stored.Span), StringComparison.Ordinal);
        Assert.Equal(Plain, (await _store.GetValueAsync(key, Ended))!.Value.ToArray());

        // Put under another name, it is another value.
        await _fixture.Store.SetValueAsync(key with { Key = "other" }, stored, null, null, Ended);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await _store.GetValueAsync(key with { Key = "other" }, Ended));
    }

    [Fact]
    public async Task A_value_from_before_there_was_a_key_is_read()
    {
        var key = new ValueKey("tests.one", "global", "key");
        await _fixture.Store.SetValueAsync(key, Plain, null, null, Ended);

        Assert.Equal(Plain, (await _store.GetValueAsync(key, Ended))!.Value.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_job_reports_and_gives_back_is_sealed(bool isDone)
    {
        var item = new InboxItem
        {
            Plugin = "tests.one",
            Endpoint = "Job",
            ReceivedAt = _fixture.Time.GetUtcNow(),
            Body = "{}"u8.ToArray(),
        };
        var work = (await _store.AcceptAsync(item, claim: true, Ended)).Work!;
        _ = isDone ? await _store.EndAsync(work, InboxResult.Done(Plain), Ended) : await _store.ReportAsync(work, Plain, Ended);

        var stored = (await _fixture.Store.FindAsync(work.Id, Ended))!.Report!.Value;
        Assert.DoesNotContain(Canary, Encoding.UTF8.GetString(stored.Span), StringComparison.Ordinal);
        Assert.Equal(Plain, (await _store.FindAsync(work.Id, Ended))!.Report!.Value.ToArray());
    }
}
