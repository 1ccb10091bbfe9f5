namespace Hooklatch.Console.Tests.Access;

/// <summary>The token that a host in Development makes for itself.</summary>
public sealed class GeneratedTokenTests
{
    private static Task<ConsoleHost> StartAsync(TemporaryFolder? folder = null, params (string, string?)[] settings) =>
        ConsoleHost.StartAsync(settings, "Development", folder);

    [Fact]
    public async Task It_lies_in_a_file_of_its_user_alone_and_may_operate()
    {
        await using var host = await StartAsync();

        var token = await File.ReadAllTextAsync(host.TokenPath, TestContext.Current.CancellationToken);
        var session = await ConsoleHost.SessionAsync(await host.GetAsync("/hooklatch/api/session", token));

        Assert.Equal(("local", "operate"), (session.Name, session.Role));
        Assert.Equal("hooklatch_".Length + 43, token.Length);
        Assert.Equal(["token"], Directory.GetFiles(Path.GetDirectoryName(host.TokenPath)!).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(host.TokenPath));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.GetDirectoryName(host.TokenPath)!)
            );
        }
    }

    [Fact]
    public async Task The_next_start_has_the_same_token_and_another_directory_another_one()
    {
        using var folder = new TemporaryFolder();
        string first;
        await using (var host = await StartAsync(folder))
        {
            first = await File.ReadAllTextAsync(host.TokenPath, TestContext.Current.CancellationToken);
        }

        await using var again = await StartAsync(folder);
        await using var elsewhere = await StartAsync();

        await ConsoleHost.SessionAsync(await again.GetAsync("/hooklatch/api/session", first));
        using var refused = await elsewhere.GetAsync("/hooklatch/api/session", first);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_file_that_others_could_read_is_mended_and_told_of()
    {
        if (OperatingSystem.IsWindows())
        {
            Component.Missing("This test needs file modes.");
            return;
        }

        using var folder = new TemporaryFolder();
        folder.Write("data/console/token", "written-by-hand-0123456789\n");
        File.SetUnixFileMode(
            folder.PathOf("data", "console", "token"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead
        );

        await using var host = await StartAsync(folder);

        await ConsoleHost.SessionAsync(await host.GetAsync("/hooklatch/api/session", "written-by-hand-0123456789"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(host.TokenPath));
        Assert.Single(host.Log.Named("ConsoleTokenOpenToOthers"));
    }

    [Fact]
    public async Task With_a_configured_token_none_is_made_and_one_from_before_does_not_count()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/console/token", "from-before-0123456789abc");

        await using var host = await StartAsync(folder, ConsoleHost.Tokens);

        using var answer = await host.GetAsync("/hooklatch/api/session", "from-before-0123456789abc");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_that_is_configured_later_takes_its_place()
    {
        await using var host = await StartAsync();
        var token = await File.ReadAllTextAsync(host.TokenPath, TestContext.Current.CancellationToken);

        host.Configuration.Change(("Hooklatch:Console:Tokens:ops:Token", "short"));

        using var answer = await host.GetAsync("/hooklatch/api/session", token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("data/console", "a file where the directory should be")]
    [InlineData("data/console/token", "short")]
    public async Task Where_it_cannot_be_kept_or_read_the_link_still_signs_in(string path, string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write(path, text);

        await using var host = await StartAsync(folder);

        using var answer = await host.SignInAsync(code: host.Code);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(host.Log.Named("ConsoleTokenNotKept"));
        Assert.Equal(text, await File.ReadAllTextAsync(folder.PathOf(path), TestContext.Current.CancellationToken));
    }
}
