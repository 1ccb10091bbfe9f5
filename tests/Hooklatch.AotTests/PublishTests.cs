namespace Hooklatch.AotTests;

public sealed class PublishTests(PublishedSamples published)
{
    [Fact]
    public async Task The_sample_host_publishes_without_a_single_warning() => Assert.Empty((await published.PublishAsync()).Warnings);

    [Fact]
    public async Task The_host_of_all_providers_publishes_without_a_single_warning() =>
        Assert.Empty((await published.PublishProvidersAsync()).Warnings);

    [Theory]
    [InlineData("/src/Program.cs(3,1): warning CS0168: The variable 'a' is declared but never used [/src/Host.csproj]")]
    [InlineData("ILC : Trim analysis warning IL2026: Program.Main(String[]): Using member 'A' which has 'RequiresUnreferencedCode'")]
    [InlineData("/src/Host.csproj : warning NU1603: Host depends on A (>= 1.0.0) but A 1.0.0 was not found.")]
    public void A_warning_would_be_seen(string line) =>
        Assert.Equal([line], PublishedSamples.WarningsIn($"Restored\n{line}\nHost -> Host.dll\n"));
}
