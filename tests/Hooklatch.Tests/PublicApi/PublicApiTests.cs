using System.Reflection;
using PublicApiGenerator;

namespace Hooklatch.Tests.PublicApi;

/// <summary>Whoever changes the public API sees it in a diff.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Assemblies => ["Hooklatch", "Hooklatch.Ed25519"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public async Task The_public_API_is_the_one_that_was_agreed_on(string assembly)
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };
        var received = Assembly.Load(assembly).GeneratePublicApi(options).ReplaceLineEndings("\n");
        var folder = Repository.PathOf("tests", "Hooklatch.Tests", "PublicApi");
        var verified = Path.Combine(folder, $"{assembly}.verified.txt");
        if (File.Exists(verified) && received == await File.ReadAllTextAsync(verified, TestContext.Current.CancellationToken))
        {
            return;
        }

        await File.WriteAllTextAsync(Path.Combine(folder, $"{assembly}.received.txt"), received, TestContext.Current.CancellationToken);
        Assert.Fail(
            $"The public API differs from {assembly}.verified.txt; if that is right, {assembly}.received.txt beside it is the new one."
        );
    }
}
