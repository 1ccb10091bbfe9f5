using Hooklatch.Cli.Catalog;

namespace Hooklatch.Cli.Sending;

/// <summary>Whether a provider would count an answer as a delivery.</summary>
internal static class Success
{
    private const int Accepted = 202;

    /// <summary>What is wrong with an answer; <see langword="null"/> where nothing is.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="status">The status that was answered.</param>
    /// <param name="expected">The status that the person asks for; <see langword="null"/> for what the provider takes.</param>
    public static string? ProblemOf(PresetInfo preset, int status, int? expected) =>
        expected is { } only
            ? status == only
                ? null
                : $"{only} was expected"
            : status is < 200 or > 299
                ? "the provider takes 200 to 299 and would repeat the delivery"
                // Where the provider states one, a queued delivery is to be answered with it.
                : status == Accepted && preset.WantedStatus is { } wanted && wanted != Accepted
                    ? $"{preset.Title} takes {wanted}, not 202"
                    : null;
}
