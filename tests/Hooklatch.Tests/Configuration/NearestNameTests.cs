using Hooklatch.Configuration;

namespace Hooklatch.Tests.Configuration;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "ABC", 3)]
    [InlineData("ABC", "", 3)]
    [InlineData("KITTEN", "SITTING", 3)]
    [InlineData("SECERT", "SECRET", 1)]
    [InlineData("CA", "ABC", 3)]
    [InlineData("ABCD", "ABCD", 0)]
    public void Changes_are_counted_and_two_exchanged_characters_are_one(string one, string other, int distance)
    {
        Assert.Equal(distance, NearestName.Distance(one, other));
        Assert.Equal(distance, NearestName.Distance(other, one));
    }

    [Theory]
    [InlineData("webhooksecert", "WebhookSecret", "WebhookSecret")]
    [InlineData("Webhook", "Webhooks,Website", "Webhooks")]
    [InlineData("Abcd", "Xbcd,Abcx", "Abcx")]
    [InlineData("Abcd", "Abxy", "Abxy")]
    [InlineData("Abcd", "Axyz", null)]
    [InlineData("DuplicateHours", "MaxDuplicateEntries,DuplicateRetention", "DuplicateRetention")]
    [InlineData("Abcd", "", null)]
    public void The_nearest_name_of_which_half_is_the_same_is_named(string name, string known, string? nearest) =>
        Assert.Equal(nearest, NearestName.Of(name, known.Split(',')));

    [Theory]
    [InlineData("Tokn", "Token", "Token")]
    [InlineData("Toekn", "Token", "Token")]
    [InlineData("DuplicateHours", "DuplicateRetention", null)]
    [InlineData("Url", "Uri", "Uri")]
    [InlineData("On", "Of", null)]
    public void A_slip_of_the_pen_is_less_than_that(string name, string known, string? nearest) =>
        Assert.Equal(nearest, NearestName.Mistyped(name, [known]));

    [Fact]
    public void A_name_of_any_length_costs_little() => Assert.Null(NearestName.Of(new string('a', 1_000_000), [new string('a', 999_999)]));
}
