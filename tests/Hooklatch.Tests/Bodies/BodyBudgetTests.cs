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
    public async Task A_body_beyond_the_memory_of_its_endpoint_is_refused(int segments)
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
    public async Task A_body_beyond_the_disk_of_its_endpoint_is_refused()
    {
        using var room = new ReadingRoom(disk: 400_000);

        var result = await room.ReadAsync(Requests.Arrived(Requests.Cut(new byte[100_001], [1000])));

        Assert.Equal(BodyFailure.NoBudget, result.Failure);
        room.AssertNothingHeld();
    }

    [Fact]
    public async Task A_declared_length_costs_nothing_until_it_arrives()
    {
        using var room = new ReadingRoom();
        var pipe = Requests.Lockstep();
        var reading = room.ReadAsync(pipe.Reader, declared: 1 << 20).AsTask();

        await pipe.Writer.WriteAsync(new byte[10], TestContext.Current.CancellationToken);

        Assert.Equal(10, room.Budget.MemoryInUse);
        await pipe.Writer.CompleteAsync(new IOException("gone"));
        Assert.Equal(BodyFailure.Aborted, (await reading).Failure);
        room.AssertNothingHeld();
    }

    [Fact]
    public async Task Five_hundred_slow_bodies_of_one_endpoint_leave_room_for_the_others()
    {
        using var room = new ReadingRoom(memory: 400_000);
        var other = new BodyReader(room.Limits, room.Budget.CreateShare(), room.Time);
        using var end = new CancellationTokenSource();
        var slow = new List<Task<BodyReadResult>>();
        for (var i = 0; i < 500; i++)
        {
            var pipe = new Pipe();
            await pipe.Writer.WriteAsync(new byte[1000], TestContext.Current.CancellationToken);
            slow.Add(room.Reader.ReadAsync(Requests.With(pipe.Reader, declared: 50_000), hasher: null, end.Token).AsTask());
        }

        var neighbour = await other.ReadAsync(Requests.With(Requests.Arrived(new byte[60_000])), hasher: null, end.Token);

        Assert.Equal(400, slow.Count(reading => reading.IsCompletedSuccessfully && reading.Result.Failure == BodyFailure.NoBudget));
        Assert.Equal(100_000 + 60_000, room.Budget.MemoryInUse);
        neighbour.Body!.Dispose();
        await end.CancelAsync();
        await Task.WhenAll(slow);
        room.AssertNothingHeld();
    }
}
