using Hooklatch.Lifecycle;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>A plugin's directory: created on demand, and nothing leads out of it.</summary>
public sealed class PluginStorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_plugin_writes_into_a_directory_of_its_own_that_is_created_on_demand()
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Hooklatch:DataDirectory", _folder.PathOf("data")));
        Assert.False(Directory.Exists(_folder.PathOf("data")));

        await host.GetAsync("/own/file?name=a.txt").IsAsync(200, Path.Combine("kept", "a.txt"));

        Assert.Equal(
            "x",
            await File.ReadAllTextAsync(_folder.PathOf("data", "tests.runtime", "kept", "a.txt"), TestContext.Current.CancellationToken)
        );
        await host.GetAsync("/own/file?name=../../a.txt").IsProblemAsync(500, null);
        Assert.Equal([_folder.PathOf("data", "tests.runtime")], Directory.EnumerateFileSystemEntries(_folder.PathOf("data")));
    }

    [Theory]
    [InlineData("report.txt")]
    [InlineData(".hidden")]
    [InlineData("Größe 2.csv")]
    [InlineData("a..b")]
    [InlineData("CONSOLE.txt")]
    [InlineData("com10")]
    public void A_name_that_is_safe_everywhere_is_taken(string name) => Assert.Equal(_folder.PathOf("plugin", name), Storage.PathOf(name));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b")]
    [InlineData("..\\up")]
    [InlineData("C:")]
    [InlineData("a:stream")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a.")]
    [InlineData("a ")]
    [InlineData(" a")]
    [InlineData("*")]
    [InlineData("NUL")]
    [InlineData("nul.txt")]
    [InlineData("con .txt")]
    [InlineData("COM1")]
    [InlineData("lpt9.log")]
    [InlineData("com¹")]
    public void Any_other_is_rejected_wherever_it_stands_and_creates_nothing(string name)
    {
        Assert.Throws<ArgumentException>(() => Storage.PathOf(name));
        Assert.Throws<ArgumentException>(() => Storage.PathOf("a", name));
        Assert.Throws<ArgumentException>(() => Storage.PathOf(name, "a"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_name_that_is_too_long_is_rejected()
    {
        Assert.Equal(_folder.PathOf("plugin", new string('a', 255)), Storage.PathOf(new string('a', 255)));
        Assert.Throws<ArgumentException>(() => Storage.PathOf(new string('ä', 128)));
        Assert.Throws<ArgumentException>(() => Storage.PathOf());
    }

    [Fact]
    public void Nobody_else_may_look_into_it()
    {
        if (!OperatingSystem.IsWindows())
        {
            var directory = Storage.Directory;
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
        }
    }

    private PluginStorage Storage => new(_folder.PathOf("plugin"));
}
