using Hooklatch.Providers.Tests.Harness;
using Hooklatch.Providers.Tests.Presets;
using Hooklatch.Testing;

namespace Hooklatch.Providers.Tests.Testing;

/// <summary>What <see cref="SignedRequest"/> signs is what the endpoints verify, for every preset with a scheme.</summary>
public sealed class SignedRequestTests(SampleHost host) : IClassFixture<SampleHost>
{
    public static TheoryData<string> WithScheme => [.. Preset.All.Where(preset => !preset.IsCode).Select(preset => preset.Name)];

    [Theory, MemberData(nameof(WithScheme))]
    public async Task A_request_that_was_signed_for_a_preset_is_accepted_by_it(string name)
    {
        var preset = Preset.All.Single(preset => preset.Name == name);
        var delivery = await TestDelivery.OfAsync(preset);

        var answer = await host.SendAsync(delivery);

        Assert.True(answer.Status == 200, $"{delivery}\n{answer.Text}");
        if (preset.Schemes.Any(scheme => scheme.SignedContent.Contains("{body}", StringComparison.Ordinal)))
        {
            var forged = delivery with { Body = [.. delivery.Body, (byte)' '] };
            Assert.Equal(preset.InvalidStatus, (await host.SendAsync(forged)).Status);
        }
    }

    [Fact]
    public void What_a_scheme_needs_and_nobody_gave_is_named()
    {
        var url = Assert.Throws<ArgumentException>(() => SignedRequest.For<SquareSignatureAttribute>("secret", "{}"));
        Assert.Contains("an absolute Url", url.Message, StringComparison.Ordinal);
        var key = Assert.Throws<ArgumentException>(() => SignedRequest.For<SendGridSignatureAttribute>("secret", "{}"));
        Assert.Contains("no rule that signs with this kind of key", key.Message, StringComparison.Ordinal);
        var code = Assert.Throws<ArgumentException>(() => SignedRequest.For<TwilioSignatureAttribute>("secret", "{}"));
        Assert.Contains("it verifies in code", code.Message, StringComparison.Ordinal);
    }
}
