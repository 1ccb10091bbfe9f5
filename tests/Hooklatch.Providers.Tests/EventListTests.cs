using System.Text.Json;
using System.Text.RegularExpressions;
using Hooklatch.Providers.Tests.Presets;
using Hooklatch.Providers.Tests.Table;

namespace Hooklatch.Providers.Tests;

/// <summary>The names of providers' events are well formed, say where they are from, and are those of the checked-in deliveries.</summary>
public sealed partial class EventListTests
{
    public static TheoryData<string> Lists => [.. EventList.All.Select(list => list.Type.Name)];

    /// <summary>The valid deliveries of presets with a list whose bodies or headers name an event.</summary>
    public static TheoryData<string, string> Delivered =>
        [
            .. Preset
                .All.Where(preset => EventList.Of(preset).Any())
                .SelectMany(preset =>
                    VectorFiles
                        .All.Where(vector => vector.IsValid && vector.Provider == preset.Endpoint)
                        .Select(vector => EventOf(preset, vector))
                        .OfType<string>()
                        .Distinct(StringComparer.Ordinal)
                        .Select(name => (preset.Name, name))
                ),
        ];

    [Theory, MemberData(nameof(Lists))]
    public void Each_name_is_there_once_and_in_order(string list)
    {
        var names = Find(list).Names;
        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), names);
    }

    [Theory, MemberData(nameof(Lists))]
    public void Each_name_is_well_formed(string list) => Assert.DoesNotContain(Find(list).Names, name => !Name.IsMatch(name));

    [Theory, MemberData(nameof(Lists))]
    public void Each_list_says_where_it_is_from_and_when(string list) =>
        Assert.Matches(
            Origin,
            File.ReadAllText(Repository.PathOf(Find(list).Path.Split('/')))
                .ReplaceLineEndings("\n")
                .Replace("\n/// ", " ", StringComparison.Ordinal)
        );

    [Theory, MemberData(nameof(Lists))]
    public void Each_list_belongs_to_an_attribute_that_knows_events(string list)
    {
        var presets = Preset.All.Where(preset => EventList.Of(preset).Contains(Find(list))).ToArray();
        Assert.NotEmpty(presets);
        Assert.All(presets, preset => Assert.NotNull(preset.Event));
    }

    [Theory, MemberData(nameof(Delivered))]
    public void The_event_of_a_delivery_is_in_the_list(string preset, string name)
    {
        var names = EventList.Of(Preset.All.Single(one => one.Name == preset)).SelectMany(list => list.Names).ToArray();
        Assert.True(
            names.Contains(name)
                || names.Any(known =>
                    known.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(known[..^1], StringComparison.Ordinal)
                ),
            $"{preset} delivers {name}."
        );
    }

    [Fact]
    public void Most_lists_are_compared_with_a_delivery() => Assert.True(Delivered.Count > 30, $"{Delivered.Count}");

    [Theory]
    [InlineData(GitHubEvents.IssuesOpened, "issues.opened")]
    [InlineData(GitHubEvents.Push, "push")]
    [InlineData(StripeEvents.CheckoutSessionCompleted, "checkout.session.completed")]
    [InlineData(ShopifyEvents.OrdersCreate, "orders/create")]
    [InlineData(SlackEvents.AppMention, "app_mention")]
    [InlineData(GitLabEvents.MergeRequestHook, "Merge Request Hook")]
    [InlineData(BitbucketServerEvents.PrFromRefUpdated, "pr:from_ref_updated")]
    [InlineData(LinearEvents.IssueSLABreached, "IssueSLA.breached")]
    [InlineData(CalComEvents.BookingCreated, "BOOKING_CREATED")]
    public void A_constant_is_called_as_its_event(string constant, string name) => Assert.Equal(name, constant);

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a,b")]
    [InlineData("a..b")]
    [InlineData("a.")]
    [InlineData("*")]
    public void The_guard_sees_a_malformed_name(string name) => Assert.DoesNotMatch(Name, name);

    private static EventList Find(string name) => EventList.All.Single(list => list.Type.Name == name);

    private static string? EventOf(Preset preset, Vector vector)
    {
        var from = preset.Event!;
        if (from.Header is { } headers)
        {
            var name = vector.Headers.FirstOrDefault(one => headers.Split('|').Contains(one.Key, StringComparer.OrdinalIgnoreCase)).Value;
            return name is not null && from.ActionJsonPath is { } action && Value(vector, action) is { } happened
                ? $"{name}.{happened}"
                : name;
        }

        return Value(vector, from.JsonPath!) is not { } value ? null
            : from.ActionJsonPath is { } path && Value(vector, path) is { } what ? $"{value}.{what}"
            : value;
    }

    /// <summary>The text at the first of several paths; none in a body that is no JSON.</summary>
    private static string? Value(Vector vector, string paths)
    {
        try
        {
            using var json = JsonDocument.Parse(vector.Body);
            return paths.Split('|').Select(path => At(json.RootElement, path.Split('.'))).FirstOrDefault(value => value is not null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? At(JsonElement value, IEnumerable<string> path)
    {
        foreach (var name in path)
        {
            if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
    }

    [GeneratedRegex(@"^(?!.*\.\.)[A-Za-z0-9](?:[A-Za-z0-9_.:/ \-\[\]]*[A-Za-z0-9\]])?(?:\.\*)?$")]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"Source: .+; as of 20\d\d-[01]\d-[0-3]\d\. ")]
    private static partial Regex Origin { get; }
}
