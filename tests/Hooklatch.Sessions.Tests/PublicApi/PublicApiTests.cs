using PublicApiGenerator;

namespace Hooklatch.Sessions.Tests.PublicApi;

/// <summary>Whoever changes the public API sees it in a diff.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public async Task The_public_API_is_the_one_that_was_agreed_on()
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };
        var received = typeof(IChatSessions).Assembly.GeneratePublicApi(options).ReplaceLineEndings("\n");
        var folder = Repository.PathOf("tests", "Hooklatch.Sessions.Tests", "PublicApi");
        var verified = Path.Combine(folder, "Hooklatch.Sessions.verified.txt");
        if (File.Exists(verified) && received == await File.ReadAllTextAsync(verified, TestContext.Current.CancellationToken))
        {
            return;
        }

        var path = Path.Combine(folder, "Hooklatch.Sessions.received.txt");
        await File.WriteAllTextAsync(path, received, TestContext.Current.CancellationToken);
        Assert.Fail(
            "The public API differs from Hooklatch.Sessions.verified.txt; if that is right, the .received.txt beside it is the new one."
        );
    }
}
