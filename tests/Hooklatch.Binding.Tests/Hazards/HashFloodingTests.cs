using System.Diagnostics;
using System.Numerics;
using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Hazards;

/// <summary>Names that all have one hash, as many as a body can hold.</summary>
[Collection(Alone.Name)]
public sealed class HashFloodingTests(HooklatchHost host) : IClassFixture<HooklatchHost>
{
    // Quadratic work on 40,000 names takes minutes.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("/json/element")]
    [InlineData("/json/object")]
    [InlineData("/json/dictionary")]
    [InlineData("/fromjson/name")]
    public async Task Colliding_names_of_json_cost_no_more_than_others(string endpoint)
    {
        var members = string.Join(',', CollidingNames().Take(40_000).Select(name => $"\"{name}\":1"));
        await AssertQuickAsync(Request.WithBody(endpoint, "application/json", $"{{{members}}}"), 200);
    }

    [Theory]
    [InlineData(128, 200)]
    [InlineData(40_000, 400)]
    public async Task Colliding_names_of_a_form_cost_no_more_than_others(int fields, int expected)
    {
        var body = string.Join('&', CollidingNames().Take(fields).Select(name => $"{name}=1"));
        await AssertQuickAsync(Request.WithBody("/limits/default", "application/x-www-form-urlencoded", body), expected);
    }

    [Fact]
    public void The_names_differ_and_collide()
    {
        var names = CollidingNames().Take(40_000).ToArray();
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Single(names.Select(Hash).Distinct());
    }

    private async Task AssertQuickAsync(Request request, int expected)
    {
        Assert.InRange(request.Body!.Length, 1, 1 << 20);
        var watch = Stopwatch.StartNew();
        Assert.Equal(expected, (await host.SendAsync(request)).Status);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bound);
    }

    /// <summary>
    /// Names of eight characters whose hashes are equal under the fixed hash with which .NET's dictionaries of strings begin
    /// (String.GetNonRandomizedHashCode). Its second half is fixed, and in its first half a pair of characters undoes what the pair before did.
    /// </summary>
    private static IEnumerable<string> CollidingNames()
    {
        for (var first = 0x4E00u; first < 0x9FA0; first++)
        {
            for (var second = 0x4E00u; second < 0x4E10; second++)
            {
                var start = (second << 16) | first;
                var undo = 0x5E005E00 ^ Mix(Mix(Seed) ^ start);
                var (low, high) = ((char)undo, (char)(undo >> 16));
                if (IsPlain(low) && IsPlain(high))
                {
                    yield return $"{(char)first}{(char)second}ab{low}{high}cd";
                }
            }
        }
    }

    private const uint Seed = (5381 << 16) + 5381;

    private static uint Mix(uint hash) => BitOperations.RotateLeft(hash, 5) + hash;

    private static bool IsPlain(char character) => character is >= '\u0100' and < '\uD800' && char.IsLetter(character);

    private static uint Hash(string name)
    {
        var (first, second) = (Seed, Seed);
        for (var i = 0; i < name.Length; i += 4)
        {
            first = Mix(first) ^ (((uint)name[i + 1] << 16) | name[i]);
            second = Mix(second) ^ (((uint)name[i + 3] << 16) | name[i + 2]);
        }

        return first + (second * 1566083941);
    }
}
