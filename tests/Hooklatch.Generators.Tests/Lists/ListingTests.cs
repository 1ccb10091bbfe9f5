using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Results;
using Hooklatch.Generators.Verification;

namespace Hooklatch.Generators.Tests.Lists;

/// <summary>The lists of the generator: whoever adds an entry adds one file and one line.</summary>
public sealed class ListingTests
{
    private static readonly Type[] Sources = [.. Listing.Declared(typeof(ParameterSource), typeof(ParameterSource).Assembly)];
    private static readonly Type[] Kinds = [.. Listing.Declared(typeof(ResultKind), typeof(ResultKind).Assembly)];

    [Fact]
    public void Every_parameter_source_stands_once_in_the_list() =>
        Assert.Empty(Listing.NotOnce(Sources, ParameterSources.All.Select(source => source.GetType())));

    [Fact]
    public void Every_kind_of_answer_stands_once_in_the_list() =>
        Assert.Empty(Listing.NotOnce(Kinds, ResultKinds.All.Select(kind => kind.GetType())));

    [Fact]
    public void Every_need_of_the_body_stands_once_in_the_list_of_needs() =>
        Assert.Empty(
            Listing.NotOnce(typeof(BodyNeed).GetFields().Select(field => field.GetValue(null)).OfType<BodyNeed>(), BodyNeed.ByPrecedence)
        );

    [Fact]
    public void Only_the_list_names_a_parameter_source() =>
        Assert.Empty(Listing.NamedElsewhere(Sources, typeof(ParameterSources), Listing.Sources()));

    [Fact]
    public void Only_the_list_names_a_kind_of_answer() =>
        Assert.Empty(Listing.NamedElsewhere(Kinds, typeof(ResultKinds), Listing.Sources()));

    [Fact]
    public void One_that_is_left_out_and_one_that_stands_twice_are_noticed() =>
        Assert.Equal(["left out", "twice"], Listing.NotOnce(["left out", "once", "twice"], ["once", "twice", "twice"]));

    [Fact]
    public void A_file_that_asks_for_a_certain_source_is_noticed() =>
        Assert.Equal(
            ["HandlerParser: HeaderSource"],
            Listing.NamedElsewhere(
                [typeof(HeaderSource)],
                typeof(ParameterSources),
                [
                    ("HeaderSource", "class HeaderSource"),
                    ("ParameterSources", "new HeaderSource()"),
                    ("HandlerParser", "if (source is HeaderSource)"),
                    ("SignatureParser", "OtherHeaderSource"),
                ]
            )
        );
}
