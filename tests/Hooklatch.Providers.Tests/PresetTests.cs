using Hooklatch.Providers.Tests.Harness;
using Hooklatch.Providers.Tests.Presets;

namespace Hooklatch.Providers.Tests;

/// <summary>
/// Every preset takes a delivery that somebody else signed, and none of what is left of it once it is tampered with. A preset for which
/// there is no such delivery fails here.
/// </summary>
public sealed class PresetTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const int Fewest = 6;

    public static TheoryData<string> Names => [.. Preset.All.Select(preset => preset.Name)];

    public static TheoryData<string> WithScheme => [.. Preset.All.Where(preset => !preset.IsCode).Select(preset => preset.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_preset_has_an_endpoint_of_the_sample_and_a_delivery_that_it_takes(string name) => Assert.NotNull(ValidFor(Find(name)));

    [Theory, MemberData(nameof(WithScheme))]
    public async Task A_preset_takes_the_delivery_that_somebody_else_signed(string name)
    {
        var preset = Find(name);
        var answer = await host.SendAsync(ValidFor(preset));
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Contains($"\"status\":\"verified\",\"provider\":\"{preset.Endpoint}\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(WithScheme))]
    public async Task A_preset_rejects_what_was_tampered_with(string name)
    {
        var preset = Find(name);
        var tamperings = Tampering.Of(preset, ValidFor(preset));
        Assert.True(tamperings.Count >= Fewest);
        var answers = new List<string>();
        foreach (var tampering in tamperings)
        {
            answers.Add($"{tampering.Name}: {(await host.SendAsync(tampering.Vector)).Status}");
        }

        Assert.Equal(tamperings.Select(tampering => $"{tampering.Name}: {tampering.Status}"), answers);
    }

    /// <summary>What code verifies has no scheme from which to derive them, so its deliveries are written down, the tampered ones too.</summary>
    [Fact]
    public void A_preset_in_code_has_a_valid_delivery_and_six_others() =>
        Assert.All(
            Preset.All.Where(preset => preset.IsCode),
            preset =>
                Assert.True(
                    VectorFiles.All.Count(vector => vector.Provider == preset.Endpoint && !vector.IsValid) >= Fewest,
                    $"{preset.Name} has fewer than {Fewest} deliveries that are to be rejected."
                )
        );

    /// <summary>
    /// A preset in code that reads a signed time has a tolerance by its base class. Whoever adds one that does not says here that its provider
    /// signs no time.
    /// </summary>
    [Fact]
    public void Only_these_presets_in_code_take_a_delivery_of_any_age() =>
        Assert.Equal(
            ["Adyen", "Circle", "EBay", "ExactOnline", "FusionAuth", "Netlify", "Twilio"],
            Preset.All.Where(preset => preset.IsCode && preset.UsualTolerance is null).Select(preset => preset.Name)
        );

    /// <summary>As long as a delivery is taken its id is remembered, where the provider signs one: copies are told for 7 days by default.</summary>
    [Fact]
    public void No_delivery_is_taken_for_longer_than_its_copies_are_told() =>
        Assert.All(
            Preset.All.Where(preset => preset.UsualTolerance is not null),
            preset => Assert.InRange(preset.UsualTolerance!.Value, 1, 7 * 24 * 60 * 60)
        );

    /// <summary>The answer to a handshake is no delivery.</summary>
    private static bool IsSigned(Vector vector) => vector is { IsValid: true, Answer: null };

    private static Preset Find(string name) => Preset.All.Single(preset => preset.Name == name);

    private static Vector ValidFor(Preset preset)
    {
        Assert.True(preset.Endpoint is not null, $"No endpoint of samples/Plugins/Providers uses [{preset.Name}Signature].");
        return VectorFiles.All.FirstOrDefault(vector => vector.Provider == preset.Endpoint && IsSigned(vector))
            ?? throw new Xunit.Sdk.XunitException($"Vectors has no delivery for {preset.Endpoint}; see Vectors/make.py.");
    }
}
