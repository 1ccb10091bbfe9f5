using System.Net.Http.Json;
using Hooklatch.Console.Access;
using Hooklatch.Console.Audit;
using Hooklatch.Console.Tests.Access;
using Hooklatch.Management;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Console.Tests.Audit;

/// <summary>Who changed what, and who came.</summary>
public sealed class AuditTests
{
    private static readonly Caller Boss = new("boss", ConsoleRole.Operate, IPAddress.Loopback);

    private static async Task<AuditPage> ReadAsync(ConsoleHost host, string query = "")
    {
        using var answer = await host.GetAsync($"/hooklatch/api/audit{query}", ConsoleHost.Reader);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync(ManagementJson.Default.AuditPage, TestContext.Current.CancellationToken))!;
    }

    private static ValueTask WriteAsync(ConsoleHost host, string target, string? detail = null) =>
        host.Services.GetRequiredService<AuditLog>().WriteAsync(Boss, "replay", target, detail, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_change_is_a_row_and_a_line_of_the_log_with_who_and_from_where()
    {
        await using var host = await ConsoleHost.StartAsync();

        await WriteAsync(host, "delivery 42", "2 times");

        var row = Assert.Single((await ReadAsync(host)).Rows);
        Assert.Equal(("boss", "replay", "delivery 42", "2 times", "127.0.0.1"), (row.Who, row.Action, row.Target, row.Detail, row.Peer));
        Assert.Equal(host.Time.GetUtcNow(), row.At);
        var line = Assert.Single(host.Log.Named("ConsoleChange"));
        Assert.Equal(
            (LogLevel.Information, "By the console, boss from 127.0.0.1: replay delivery 42: 2 times"),
            (line.Level, line.Message)
        );
    }

    [Fact]
    public async Task Signing_in_and_out_and_being_refused_is_kept_without_the_token()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var refused = await host.SignInAsync("wrong-0123456789-abcdefgh");
        var cookie = await host.CookieAsync();
        using var signedOut = await host.SendAsync(
            HttpMethod.Delete,
            "/hooklatch/api/session",
            cookie: cookie,
            headers: (CrossSiteCheck.Header, "1")
        );

        var rows = (await ReadAsync(host)).Rows;

        Assert.Equal(
            [
                ("boss", "sign out", null),
                ("boss", "sign in", "by token, role operate"),
                ("-", "sign in refused", "unknown token; 0 more since the last such row"),
            ],
            rows.Select(row => (row.Who, row.Action, row.Detail))
        );
        Assert.All(rows, row => Assert.Equal("127.0.0.1", row.Peer));
    }

    [Fact]
    public async Task Rows_come_newest_first_and_page_by_page()
    {
        await using var host = await ConsoleHost.StartAsync();
        for (var i = 1; i <= 5; i++)
        {
            await WriteAsync(host, $"delivery {i}");
        }

        var first = await ReadAsync(host, "?size=2");
        var second = await ReadAsync(host, $"?size=2&before={first.Next}");
        var last = await ReadAsync(host, $"?size=2&before={second.Next}");

        Assert.Equal(
            ["delivery 5", "delivery 4", "delivery 3", "delivery 2", "delivery 1"],
            new[] { first, second, last }.SelectMany(page => page.Rows).Select(row => row.Target)
        );
        Assert.Null(last.Next);
    }

    [Theory]
    [InlineData("?size=0")]
    [InlineData("?size=201")]
    [InlineData("?size=many")]
    [InlineData("?before=-1")]
    [InlineData("?before=99999999999999999999")]
    public async Task A_query_that_cannot_be_read_is_told_so(string query)
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.GetAsync($"/hooklatch/api/audit{query}", ConsoleHost.Reader);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await ConsoleHost.ProblemAsync(answer);
    }

    [Fact]
    public async Task What_somebody_else_has_written_forges_no_line_of_the_log_and_is_cut()
    {
        await using var host = await ConsoleHost.StartAsync();

        await WriteAsync(host, "delivery\n1", new string('x', 5000));

        var row = Assert.Single((await ReadAsync(host)).Rows);
        Assert.Equal(@"delivery\u000A1", row.Target);
        Assert.Equal(1001, row.Detail!.Length);
        Assert.DoesNotContain('\n', Assert.Single(host.Log.Named("ConsoleChange")).Message);
    }

    [Fact]
    public async Task Memory_is_bounded_and_strangers_push_out_no_row_of_a_caller()
    {
        var store = new MemoryAuditStore();
        var row = new AuditRow
        {
            Who = "boss",
            Action = "replay",
            Target = "1",
        };
        await store.AddAsync(row with { Target = "kept" }, TestContext.Current.CancellationToken);
        for (var i = 0; i < 2 * MemoryAuditStore.CapacityOfStrangers; i++)
        {
            await store.AddAsync(row with { Action = AuditActions.SignInRefused }, TestContext.Current.CancellationToken);
        }

        for (var i = 1; i < MemoryAuditStore.Capacity; i++)
        {
            await store.AddAsync(row, TestContext.Current.CancellationToken);
        }

        var rows = (await store.ReadAsync(null, int.MaxValue - 1, TestContext.Current.CancellationToken)).Rows;
        Assert.Equal("kept", rows[^1].Target);
        Assert.Equal(MemoryAuditStore.Capacity + MemoryAuditStore.CapacityOfStrangers, rows.Count);
        await store.AddAsync(row, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(
            (await store.ReadAsync(null, int.MaxValue - 1, TestContext.Current.CancellationToken)).Rows,
            kept => kept.Target == "kept"
        );
    }

    [Fact]
    public async Task A_host_s_store_takes_the_place_of_the_memory_and_what_it_cannot_keep_is_not_done_and_not_logged()
    {
        await using var host = await ConsoleHost.StartAsync(configure: builder =>
            builder.Services.AddSingleton<IAuditStore, BrokenStore>()
        );

        await Assert.ThrowsAsync<InboxUnavailableException>(() => WriteAsync(host, "delivery 1").AsTask());

        Assert.Empty(host.Log.Named("ConsoleChange"));
        using var answer = await host.GetAsync("/hooklatch/api/audit", ConsoleHost.Reader);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_keeps_nobody_out()
    {
        await using var host = await ConsoleHost.StartAsync(configure: builder =>
            builder.Services.AddSingleton<IAuditStore, BrokenStore>()
        );

        using var answer = await host.SignInAsync(ConsoleHost.Operator);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(host.Log.Named("ConsoleAuditFailed"));
    }

    private sealed class BrokenStore : IAuditStore
    {
        public ValueTask AddAsync(AuditRow row, CancellationToken cancellation) => throw new InboxUnavailableException("full");

        public ValueTask<AuditPage> ReadAsync(long? before, int size, CancellationToken cancellation) =>
            throw new InboxUnavailableException("full");
    }
}
