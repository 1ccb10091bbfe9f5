using Hooklatch.Generators.Common;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Parameters;

/// <summary>Every source of the list claims a parameter, says what it needs of the body, binds and describes it.</summary>
public sealed class ParameterSourceTests
{
    public static TheoryData<string> Sources => [.. ParameterSources.All.Select(source => source.Name)];

    [Fact]
    public void Every_source_has_a_sample() => Assert.Empty(SourceSample.Missing(ParameterSources.All));

    [Fact]
    public void A_source_without_a_sample_is_noticed() =>
        Assert.Equal(["Unknown"], SourceSample.Missing([new HeaderSource(), new Unknown()]));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_source_claims_its_parameter(string source) =>
        Assert.Equal(source, SourceOf(SourceSample.Generate(SourceSample.All[source].Parameter)));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_source_needs_binds_and_describes(string source)
    {
        var sample = SourceSample.All[source];

        var handler = SourceSample.Generate(sample.Parameter)["Hooks_Handlers.g.cs"];

        Assert.Contains(sample.Bound, handler, StringComparison.Ordinal);
        AssertStands(sample.Body is { } body ? $"BodyUse.{body}," : null, "BodyUse = ", handler);
        AssertStands(sample.Described, "_Describe(WebhookDescription description)", handler);
    }

    [Theory]
    [InlineData("string id", "RouteSource")]
    [InlineData("string other", "QuerySource")]
    [InlineData("[FromQuery] string id", "QuerySource")]
    [InlineData("Tenant value", "CustomSource")]
    [InlineData("[FromQuery] Tenant value", "QuerySource")]
    [InlineData("IEnumerable<string> value", "QuerySource")]
    [InlineData("Settings value", "ServiceSource")]
    [InlineData("[FromForm] IFormFile value", "FormFileSource")]
    [InlineData("[FromForm] IFormFileCollection value", "FormFileCollectionSource")]
    [InlineData("[FromBody] Stream value", "BodyStreamSource")]
    public void The_first_that_claims_a_parameter_gets_it(string parameter, string source) =>
        Assert.Equal(source, SourceOf(SourceSample.Generate(parameter)));

    private static void AssertStands(string? expected, string otherwise, string text)
    {
        if (expected is null)
        {
            Assert.DoesNotContain(otherwise, text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(expected, text, StringComparison.Ordinal);
        }
    }

    private static string SourceOf(Generation plugin) =>
        plugin
            .Hooklatch.TrackedSteps[Steps.ResolvedHandlers]
            .SelectMany(step => step.Outputs)
            .Select(output => Assert.IsType<HandlerModel>(output.Value))
            .Single()
            .Parameters[0]
            .Source;

    private sealed class Unknown : ParameterSource
    {
        public override BodyNeed? Body => null;

        public override bool Claims(Candidate candidate) => false;

        public override string? Binding(ParameterModel parameter) => null;

        public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) => [];
    }
}
