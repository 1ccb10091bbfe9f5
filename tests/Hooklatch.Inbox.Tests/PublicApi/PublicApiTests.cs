using Hooklatch.Postgres;
using Hooklatch.Sqlite;
using Hooklatch.Testing;
using PublicApiGenerator;

namespace Hooklatch.Inbox.Tests.PublicApi;

/// <summary>Whoever changes the public API of a package around the inbox sees it in a diff.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData(typeof(InboxOptions))]
    [InlineData(typeof(PostgresInboxOptions))]
    [InlineData(typeof(SqliteInboxOptions))]
    [InlineData(typeof(InMemoryInboxStore))]
    public async Task The_public_API_is_the_one_that_was_agreed_on(Type ofAssembly)
    {
        var assembly = ofAssembly.Assembly;
        var name = assembly.GetName().Name;
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };
        var received = assembly.GeneratePublicApi(options).ReplaceLineEndings("\n");
        var folder = Repository.PathOf("tests", "Hooklatch.Inbox.Tests", "PublicApi");
        var verified = Path.Combine(folder, $"{name}.verified.txt");
        if (File.Exists(verified) && received == await File.ReadAllTextAsync(verified, TestContext.Current.CancellationToken))
        {
            return;
        }

        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.received.txt"), received, TestContext.Current.CancellationToken);
        Assert.Fail($"The public API differs from {name}.verified.txt; if that is right, {name}.received.txt beside it is the new one.");
    }
}
