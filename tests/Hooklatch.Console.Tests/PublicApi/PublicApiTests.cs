using PublicApiGenerator;

namespace Hooklatch.Console.Tests.PublicApi;

/// <summary>Whoever changes the public API of the console sees it in a diff.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public async Task The_public_API_is_the_one_that_was_agreed_on()
    {
        var assembly = typeof(HooklatchConsoleOptions).Assembly;
        var name = assembly.GetName().Name;
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };
        var received = assembly.GeneratePublicApi(options).ReplaceLineEndings("\n");
        var folder = Repository.PathOf("tests", "Hooklatch.Console.Tests", "PublicApi");
        var verified = Path.Combine(folder, $"{name}.verified.txt");
        if (File.Exists(verified) && received == await File.ReadAllTextAsync(verified, TestContext.Current.CancellationToken))
        {
            return;
        }

        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.received.txt"), received, TestContext.Current.CancellationToken);
        Assert.Fail($"The public API differs from {name}.verified.txt; if that is right, {name}.received.txt beside it is the new one.");
    }
}
