using System.ComponentModel.DataAnnotations;
using Hooklatch.Tests.Verification;

namespace Hooklatch.Tests.Configuration;

/// <summary>What configuration can hold besides single values, with rules and secrets at every depth.</summary>
[PluginConfig]
public sealed partial record RichConfig
{
    [Secret]
    public string? ApiKey { get; init; }

    [Range(1, 9)]
    public int Level { get; init; } = 1;

    public TimeSpan[] Pauses { get; init; } = [];

    public List<Uri> Links { get; init; } = [];

    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    public Dictionary<string, int> Ports { get; init; } = [];

    public IReadOnlyDictionary<string, List<string>> Groups { get; init; } = new Dictionary<string, List<string>>();

    public IReadOnlyList<LineConfig> Lines { get; init; } = [];

    public Dictionary<string, TenantConfig> Tenants { get; init; } = [];

    [Range(1, 9)]
    internal int Hidden { get; init; } = 1;

    internal HiddenConfig? Nested { get; init; }

    /// <summary>Everything but the secrets, so that a test sees at a glance what changed.</summary>
    public string Show() =>
        string.Join(
            '|',
            Level,
            string.Join('+', Pauses),
            string.Join('+', Links),
            string.Join('+', Days),
            string.Join('+', Ports.Select(port => $"{port.Key}={port.Value}")),
            string.Join('+', Groups.Select(group => $"{group.Key}={string.Join(',', group.Value)}")),
            string.Join('+', Lines.Select(line => $"{line.Text}*{line.Number}")),
            string.Join('+', Tenants.Select(tenant => $"{tenant.Key}={tenant.Value.Name}"))
        );
}

internal sealed class HiddenConfig
{
    [MaxLength(3)]
    internal string[] Names { get; init; } = [];
}
