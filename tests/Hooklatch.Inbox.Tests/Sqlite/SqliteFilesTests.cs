using System.Runtime.Versioning;
using System.Text;
using Hooklatch.Sqlite;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Inbox.Tests.Sqlite;

public sealed class SqliteFilesTests : SqliteStoreTests
{
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_user_of_the_host_may_read_the_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        var fixture = await OpenAsync();
        await fixture.Store.AcceptAsync(Item(), claim: true, Ended);

        Assert.Equal(
            "inbox.db inbox.db-running inbox.db-shm inbox.db-wal inbox.db.lock inbox.db.owner",
            string.Join(' ', Files(fixture).Select(Path.GetFileName))
        );
        Assert.All(Files(fixture), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(fixture.Database)!)
        );
    }

    [Theory]
    [InlineData("nfs")]
    [InlineData("cifs")]
    [InlineData("smb2")]
    [InlineData("v9fs")]
    [InlineData("9p")]
    public async Task A_file_system_of_another_machine_stops_the_start(string format)
    {
        var fixture = Create(new SqliteHooks { FormatOf = _ => format });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.OpenAsync());

        Assert.Contains($"lies on {format}", error.Message, StringComparison.Ordinal);
        Assert.Contains("Hooklatch:Sqlite:File", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(fixture.Directory));
    }

    [Theory]
    [InlineData("overlayfs", true)]
    [InlineData("tmpfs", true)]
    [InlineData("ext4", false)]
    public async Task A_file_system_that_ends_with_the_container_is_warned_of(string format, bool isWarned)
    {
        var log = new CapturedLog();
        var fixture = new SqliteStoreFixture(new SqliteHooks { FormatOf = _ => format }) { Logger = log.CreateLogger("inbox") };
        await using (fixture)
        {
            await fixture.OpenAsync();
        }

        Assert.Equal(isWarned, log.Mentions("is lost when the container or the machine ends").Any());
    }

    [Fact]
    public async Task Tables_of_the_next_version_are_worked_on_where_it_allows_that()
    {
        var fixture = await OpenAsync();
        await SetMetaAsync(fixture, "version", Schema.Version + 1);

        await fixture.OpenAsync();

        Assert.Equal(InboxAcceptanceKind.Accepted, (await fixture.Store.AcceptAsync(Item(), claim: false, Ended)).Kind);
    }

    [Theory]
    [InlineData("version", 2)]
    [InlineData("oldest_binary", 1)]
    public async Task Tables_that_a_newer_host_wrote_stop_the_start(string name, int ahead)
    {
        var fixture = await OpenAsync();
        await SetMetaAsync(fixture, name, Schema.Version + ahead);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.OpenAsync());

        Assert.Contains("a newer one wrote it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_and_is_left_as_it_is()
    {
        var fixture = Create();
        Directory.CreateDirectory(Path.GetDirectoryName(fixture.Database)!);
        var text = new string('x', 10_000);
        await File.WriteAllTextAsync(fixture.Database, text, Ended);

        await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.OpenAsync());

        Assert.Equal(text, await File.ReadAllTextAsync(fixture.Database, Ended));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_named()
    {
        var fixture = Create();
        Directory.CreateDirectory(fixture.Directory);
        await File.WriteAllTextAsync(Path.Combine(fixture.Directory, "inbox"), "a file", Ended);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.OpenAsync());

        Assert.Contains("it is a file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_that_others_may_read_are_taken_from_them_at_the_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        var fixture = await OpenAsync();
        await fixture.Store.AcceptAsync(Item(), claim: false, Ended);
        await fixture.Sqlite.AbandonAsync();
        string[] files = [fixture.Database, fixture.Database + "-wal", fixture.Database + "-shm"];
        foreach (var file in files)
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        await fixture.OpenAsync();

        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Theory]
    [InlineData(".lock")]
    [InlineData(".owner")]
    public async Task Where_a_lock_cannot_be_taken_for_another_reason_nobody_is_waited_for_and_none_is_kept(string name)
    {
        var fixture = Create();
        Directory.CreateDirectory(fixture.Database + name);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.OpenAsync());

        Assert.Contains("could not be created", error.Message, StringComparison.Ordinal);
        Directory.Delete(fixture.Database + name);
        await fixture.OpenAsync();
    }

    internal static IEnumerable<string> Files(SqliteStoreFixture fixture) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(fixture.Database)!).Order(StringComparer.Ordinal);

    /// <summary>Whether a text is anywhere in a file.</summary>
    internal static bool Holds(string path, string text)
    {
        // The lock is empty, and .NET opens no file that is locked.
        if (path.EndsWith(".lock", StringComparison.Ordinal))
        {
            return false;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }

    private static async Task SetMetaAsync(SqliteStoreFixture fixture, string name, int value)
    {
        await fixture.Sqlite.DisposeAsync();
        using var database = Database.Open(fixture.Database, TimeSpan.FromSeconds(1));
        database.Execute($"update meta set value = {value} where name = '{name}'");
    }
}
