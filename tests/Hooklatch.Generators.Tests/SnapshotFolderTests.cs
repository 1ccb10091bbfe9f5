using Hooklatch.Generators.Tests.Fixture;
using Xunit.Sdk;

namespace Hooklatch.Generators.Tests;

/// <summary>The comparer of snapshots is our own, so it is tested like everything else.</summary>
public sealed class SnapshotFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_reviewed_passes()
    {
        Write("Class.Method#Hook.g.verified.cs", "text");

        Verify(("Hook.g.cs", "text"));

        Assert.Empty(Received());
    }

    [Fact]
    public void What_differs_fails_and_is_written_beside_the_snapshot()
    {
        Write("Class.Method#Hook.g.verified.cs", "old");

        Assert.Throws<TrueException>(() => Verify(("Hook.g.cs", "new")));

        Assert.Equal("new", File.ReadAllText(Assert.Single(Received())));
    }

    [Fact]
    public void What_nobody_reviewed_fails()
    {
        Assert.Throws<TrueException>(() => Verify(("Hook.g.cs", "new")));

        Assert.EndsWith("Class.Method#Hook.g.received.cs", Assert.Single(Received()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_longer_generated_fails()
    {
        Write("Class.Method#Gone.g.verified.cs", "text");

        Assert.Throws<TrueException>(() => Verify());
    }

    [Fact]
    public void A_difference_of_another_run_is_forgotten()
    {
        Write("Class.Method#Hook.g.received.cs", "old difference");
        Write("Class.Method#Hook.g.verified.cs", "text");

        Verify(("Hook.g.cs", "text"));

        Assert.Empty(Received());
    }

    [Fact]
    public void Every_snapshot_belongs_to_a_test()
    {
        var tests = typeof(Snapshot)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"));

        var owners = Directory.GetFiles(Snapshot.Folder, "*.verified.cs").Select(path => Path.GetFileName(path).Split('#')[0]);

        Assert.Empty(owners.Distinct().Except(tests));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private void Verify(params (string HintName, string Text)[] files) =>
        Snapshot.Verify(_folder, "Class.Method", files.Select(file => KeyValuePair.Create(file.HintName, file.Text)));

    private string[] Received() => Directory.GetFiles(_folder, "*.received.cs");
}
