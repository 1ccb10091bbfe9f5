using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Hosting;

/// <summary>One key below <c>Hooklatch</c>: how it is read, and what its value must be, whether the configuration gave it or code.</summary>
/// <param name="Name">The key, which is the name of the property.</param>
/// <param name="Expected">What the value must be, with its unit, to follow "must be".</param>
/// <param name="TryRead">Sets the property where something is configured; <see langword="false"/> for what cannot be read.</param>
/// <param name="IsValid">Whether the value of the property can be used.</param>
internal sealed record HostSetting(
    string Name,
    string Expected,
    Func<IConfigurationSection, HooklatchOptions, bool> TryRead,
    Func<HooklatchOptions, bool> IsValid
)
{
    /// <summary>Whether the value is an array.</summary>
    public bool IsArray { get; init; }

    /// <summary>What is wrong with the setting, by its full path and never by its value.</summary>
    public string Problem => $"{HooklatchOptions.Section}:{Name} must be {Expected}";

    /// <summary>A setting that is one text in the configuration; a blank one is none.</summary>
    public static HostSetting Of<T>(
        string name,
        string expected,
        Parser<T> parse,
        Action<HooklatchOptions, T> set,
        Func<HooklatchOptions, bool> isValid
    )
    {
        return new HostSetting(name, expected, TryReadText, isValid);

        bool TryReadText(IConfigurationSection section, HooklatchOptions options)
        {
            if (string.IsNullOrWhiteSpace(section.Value))
            {
                return true;
            }

            if (!parse(section.Value, out var value))
            {
                return false;
            }

            set(options, value);
            return true;
        }
    }

    /// <summary>Reads a value from its text.</summary>
    public delegate bool Parser<T>(string text, [MaybeNullWhen(false)] out T value);
}
