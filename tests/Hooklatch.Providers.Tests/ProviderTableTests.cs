using Hooklatch.Providers.Tests.Presets;
using Hooklatch.Providers.Tests.Table;

namespace Hooklatch.Providers.Tests;

/// <summary>docs/providers.md says what the attributes say.</summary>
public sealed class ProviderTableTests
{
    private static readonly string Page = Repository.PathOf("docs", "providers.md");

    [Fact]
    public void The_page_of_providers_is_the_one_that_the_attributes_give()
    {
        var written = ProviderTable.Write(Preset.All);
        if (Environment.GetEnvironmentVariable("HOOKLATCH_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Page, written);
        }

        Assert.Equal(written, File.ReadAllText(Page));
    }

    [Fact]
    public void A_preset_more_would_change_the_page() =>
        Assert.NotEqual(ProviderTable.Write(Preset.All), ProviderTable.Write(Preset.All.Skip(1)));
}
