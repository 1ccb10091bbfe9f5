using System.IO.Pipelines;
using Hooklatch.Bodies;

namespace Hooklatch.Tests.Bodies;

public class BodyBudgetTests
{
    [Fact]
    public void One_endpoint_gets_a_quarter_of_the_memory_and_of_the_disk()
    {
        var share = new BodyBudget(memory: 400, disk: 4000).CreateShare();

        Assert.True(share.TryTakeMemory(100));
        Assert.False(share.TryTakeMemory(1));
        Assert.True(share.TryTakeDisk(1000));
        Assert.False(share.TryTakeDisk(1));
    }

    [Fact]
    public void All_endpoints_together_get_no_more_than_the_whole()
    {
        var budget = new BodyBudget(memory: 400);
        var shares = Enumerable.Range(0, 5).Select(_ => budget.CreateShare()).ToArray();

        Assert.All(shares[..4], share => Assert.True(share.TryTakeMemory(100)));
        Assert.False(shares[4].TryTakeMemory(1));
        shares[0].ReturnMemory(100);
        Assert.True(shares[4].TryTakeMemory(100));
        Assert.Equal(400, budget.MemoryInUse);
    }

    [Fact]
    public void Many_threads_never_hold_more_than_there_is_and_return_all_of_it()
    {
        var budget = new BodyBudget(memory: 1000);
        var shares = Enumerable.Range(0, 8).Select(_ => budget.CreateShare()).ToArray();
        var most = 0L;

        Parallel.For(
            0,
            80_000,
            i =>
            {
                var share = shares[i % shares.Length];
                if (share.TryTakeMemory(i % 97))
                {
                    most = Math.Max(most, budget.MemoryInUse);
                    share.ReturnMemory(i % 97);
                }
            }
        );

        Assert.InRange(most, 1, 1000);
        Assert.Equal(0, budget.MemoryInUse);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_body_beyond_the_memory_of_its_endpoint_is_rejected(int segments)
    {
        using var room = new ReadingRoom(memory: 400);

        var result = await room.ReadAsync(Requests.Arrived(Requests.Cut(new byte[102], [102 / segments])));

        Assert.Equal((BodyFailure.NoBudget, 503), (result.Failure, result.StatusCode));
        room.AssertNothingHeld();
    }

    [Fact]
    public async Task A_spooled_body_counts_against_the_disk_and_not_the_memory()
    {
        using var room = new ReadingRoom();

        using (var body = await room.ReadBodyAsync(new byte[100_000]))
        {
            Assert.True(body.IsSpooled);
            Assert.Equal((0, 100_000), (room.Budget.MemoryInUse, room.Budget.DiskInUse));
        }

        room.AssertNothingHeld();
    }

    [Fact]
    public async Task A_body_beyond_the_disk_of_its_endpoint_is_rejected()
    {
        using var room = new ReadingRoom(disk: 400_000);

        var result = await room.ReadAsync(Requests.Arrived(Requests.Cut(new byte[100_001], [1000])));

        Assert.Equal(BodyFailure.NoBudget, result.Failure);
        room.AssertNothingHeld();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(100)]
    [InlineData(64 << 10)]
    [InlineData(1 << 20)]
    public async Task A_declared_length_costs_nothing_until_it_arrives(int? declared)
    {
        using var room = new ReadingRoom(inFreeMemory: 1 << 20);
        var pipe = Requests.Lockstep();
        var reading = room.ReadAsync(pipe.Reader, declared).AsTask();
        Assert.Equal(0, room.Budget.MemoryInUse);

        await pipe.Writer.WriteAsync(new byte[10], TestContext.Current.CancellationToken);

        Assert.InRange(room.Budget.MemoryInUse, 10, 32);
        await pipe.Writer.CompleteAsync(new IOException("gone"));
        Assert.Equal(BodyFailure.Aborted, (await reading).Failure);
        room.AssertNothingHeld();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1 << 20)]
    public async Task A_body_that_arrives_byte_after_byte_is_charged_at_most_four_times_what_has_arrived(int? declared)
    {
        using var room = new ReadingRoom(inFreeMemory: 1 << 20);
        var pipe = Requests.Lockstep();
        var reading = room.ReadAsync(pipe.Reader, declared).AsTask();
        for (var arrived = 1; arrived <= 5000; arrived++)
        {
            await pipe.Writer.WriteAsync(new byte[1], TestContext.Current.CancellationToken);

            // Twice for the sizes that a pool has, twice for a declared length of which half is there; 16 bytes is the smallest.
            Assert.InRange(room.Budget.MemoryInUse, arrived, Math.Max(16, 4 * arrived));
        }

        await pipe.Writer.CompleteAsync(new IOException("gone"));
        Assert.Equal(BodyFailure.Aborted, (await reading).Failure);
        room.AssertNothingHeld();
    }

    [Fact]
    public async Task A_copy_counts_until_the_body_ends_and_is_made_once()
    {
        using var room = new ReadingRoom();
        var body = await room.ReadBodyAsync(new byte[1000]);

        Assert.Equal(BodyFailure.None, body.TryCopy(out var copy));
        Assert.Equal(BodyFailure.None, body.TryCopy(out var again));

        Assert.True(copy.Equals(again));
        Assert.Equal(2000, room.Budget.MemoryInUse);
        body.Dispose();
        room.AssertNothingHeld();
    }

    [Theory]
    [InlineData(60, nameof(BodyFailure.NoBudget))] // of the 100 bytes of the endpoint, 60 are taken by the body itself
    [InlineData(100_000, nameof(BodyFailure.TooLarge))] // spooled, and more than the endpoint may ever hold in memory
    public async Task A_copy_that_the_budget_has_no_room_for_is_rejected(int size, string expected)
    {
        using var room = new ReadingRoom(memory: size < 1000 ? 400 : 300_000);
        using var body = await room.ReadBodyAsync(new byte[size]);

        Assert.Equal(expected, body.TryCopy(out var copy).ToString());
        Assert.True(copy.IsEmpty);
    }

    [Fact]
    public async Task Five_hundred_slow_bodies_of_one_endpoint_leave_room_for_the_others()
    {
        // Room for a hundred bodies of which 1,024 bytes have arrived.
        using var room = new ReadingRoom(memory: 4 * 100 * 1024);
        var other = new BodyReader(room.Limits, room.Budget.CreateShare(), room.Time);
        using var end = new CancellationTokenSource();
        var slow = new List<Task<BodyReadResult>>();
        for (var i = 0; i < 500; i++)
        {
            var pipe = new Pipe();
            await pipe.Writer.WriteAsync(new byte[1024], TestContext.Current.CancellationToken);
            slow.Add(room.Reader.ReadAsync(Requests.With(pipe.Reader, declared: 50_000), hasher: null, end.Token).AsTask());
        }

        var neighbour = await other.ReadAsync(Requests.With(Requests.Arrived(new byte[60_000])), hasher: null, end.Token);

        Assert.Equal(400, slow.Count(reading => reading.IsCompletedSuccessfully && reading.Result.Failure == BodyFailure.NoBudget));
        Assert.Equal((100 * 1024) + 60_000, room.Budget.MemoryInUse);
        neighbour.Body!.Dispose();
        await end.CancelAsync();
        await Task.WhenAll(slow);
        room.AssertNothingHeld();
    }
}
