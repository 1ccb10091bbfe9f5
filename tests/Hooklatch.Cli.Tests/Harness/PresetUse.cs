using System.Reflection;
using Hooklatch.Providers;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Tests.Harness;

/// <summary>An endpoint of the sample plugin that is verified by a preset.</summary>
/// <param name="Preset">The preset's name.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Attribute">The attribute as it is written there.</param>
internal sealed record PresetUse(string Preset, string Endpoint, SignatureAttribute Attribute)
{
    /// <summary>Every such endpoint.</summary>
    public static IReadOnlyList<PresetUse> All { get; } =
    [
        .. typeof(Generated.dev.providers.Manifest)
            .Assembly.GetTypes()
            .SelectMany(hooks =>
                hooks.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            )
            .Select(method =>
                (
                    method.GetCustomAttribute<WebhookAttribute>()?.Endpoint,
                    Attribute: (SignatureAttribute?)method.GetCustomAttributes<SignatureAttribute>().FirstOrDefault()
                )
            )
            .Where(use => use is { Endpoint: not null, Attribute: not null })
            .SelectMany(use =>
                Names
                    .Where(preset => preset.Value == use.Attribute!.GetType())
                    .Take(1)
                    .Select(preset => new PresetUse(preset.Key, use.Endpoint!, use.Attribute!))
            ),
    ];

    /// <summary>The preset of each name.</summary>
    private static Dictionary<string, Type> Names =>
        Presets.All.Concat(Ed25519Presets.All).ToDictionary(preset => preset.Key, preset => preset.Value().GetType());
}
