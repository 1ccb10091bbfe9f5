using Hooklatch.Sqlite;
using PublicApiGenerator;

namespace Hooklatch.Inbox.Tests.Sqlite;

/// <summary>Whoever changes the public API sees it in a diff.</summary>
public sealed class SqlitePublicApiTests
{
    [Fact]
    public async Task The_public_API_is_the_one_that_was_agreed_on()
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };
        var received = typeof(SqliteInboxOptions).Assembly.GeneratePublicApi(options).ReplaceLineEndings("\n");
        var folder = Repository.PathOf("tests", "Hooklatch.Inbox.Tests", "Sqlite");
        var verified = Path.Combine(folder, "Hooklatch.Sqlite.verified.txt");
        if (File.Exists(verified) && received == await File.ReadAllTextAsync(verified, TestContext.Current.CancellationToken))
        {
            return;
        }

        await File.WriteAllTextAsync(
            Path.Combine(folder, "Hooklatch.Sqlite.received.txt"),
            received,
            TestContext.Current.CancellationToken
        );
        Assert.Fail(
            "The public API differs from Hooklatch.Sqlite.verified.txt; if that is right, the .received.txt beside it is the new one."
        );
    }
}
