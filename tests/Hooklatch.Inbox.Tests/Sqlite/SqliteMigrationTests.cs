using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Inbox.Tests.Sqlite;

/// <summary>Files that an earlier binary has made.</summary>
public sealed class SqliteMigrationTests : SqliteStoreTests
{
    [Fact]
    public async Task A_file_of_the_first_binaries_is_opened_and_works()
    {
        var fixture = Create();
        Directory.CreateDirectory(Path.GetDirectoryName(fixture.Database)!);
        await File.WriteAllBytesAsync(fixture.Database, [], Ended);
        using (var database = Database.Open(fixture.Database, TimeSpan.FromSeconds(1)))
        {
            database.Execute(
                await File.ReadAllTextAsync(Repository.PathOf("tests", "Hooklatch.Inbox.Tests", "Sqlite", "Schemas", "1.sql"), Ended)
            );
            database.Execute(
                """
                insert into endpoint(id, plugin, name) values (1, 'tests.one', '/a');
                insert into delivery(id, endpoint, received_at, size, body_length, priority, forgets, delay) values (1, 1, 638355968000000000, 2, 2, 0, 0, 0);
                insert into body(id, body, details) values (1, x'7b7d', x'');
                insert into work(id, endpoint, state, due_at, attempt, crashes, deaths, suspect, token, size, ready_at, ranks_at, forgets)
                values (1, 1, 0, 0, 0, 0, 0, 0, 0, 2, 638355968000000000, 638355968000000000, 0);
                insert into value(plugin, scope, key, data) values ('tests.one', 'chat:a', 'cursor', x'31')
                """
            );
        }

        await fixture.OpenAsync();

        Assert.Equal(1, Assert.Single((await fixture.Store.ClaimAsync(All(), Ended)).Work).Id);
        Assert.Equal("1"u8.ToArray(), (await fixture.Store.GetValueAsync(new("tests.one", "chat:a", "cursor"), Ended))!.Value.ToArray());
        await fixture.Store.AddAuditAsync(
            new()
            {
                Who = "ops",
                Action = "replay",
                Target = "delivery 1",
            },
            Ended
        );
        Assert.Single(await fixture.Store.ReadAuditAsync(null, 10, Ended));
        await fixture.Store.SetDisabledAsync("tests.one", true, Ended);
        var later = (await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Id;
        var page = await fixture.Store.SearchAsync(new() { After = 0, Jobs = false }, Ended);
        Assert.Equal([1, later], page.Deliveries.Select(summary => summary.Id));
    }
}
