using System.Reflection;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers.Tests.Presets;

/// <summary>A provider's attribute class, with the endpoint of the sample plugin that uses it.</summary>
/// <param name="Attribute">The class.</param>
/// <param name="Endpoint">The endpoint without its slash, which names the provider in files; none where the sample has none.</param>
/// <param name="ToleranceSeconds">The tolerance that the sample chose; 0 where it chose none.</param>
internal sealed record Preset(Type Attribute, string? Endpoint, int ToleranceSeconds)
{
    /// <summary>Every preset of the packages that the sample uses, in alphabetical order.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        .. typeof(GitHubSignatureAttribute)
            .Assembly.GetExportedTypes()
            .Concat(References().SelectMany(assembly => assembly.GetExportedTypes()))
            .Distinct()
            .Where(type => type.Namespace == typeof(GitHubSignatureAttribute).Namespace && type.IsSubclassOf(typeof(SignatureAttribute)))
            .OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
            .Select(Find),
    ];

    /// <summary>The class without its suffix.</summary>
    public string Name => Attribute.Name[..^"SignatureAttribute".Length];

    public IReadOnlyList<SignatureSchemeAttribute> Schemes { get; } = [.. Attribute.GetCustomAttributes<SignatureSchemeAttribute>()];

    public TokenSchemeAttribute? Token { get; } = Attribute.GetCustomAttribute<TokenSchemeAttribute>();

    public TimestampFromAttribute? Timestamp { get; } = Attribute.GetCustomAttribute<TimestampFromAttribute>();

    public EventFromAttribute? Event { get; } = Attribute.GetCustomAttribute<EventFromAttribute>();

    public DeliveryIdFromAttribute? DeliveryId { get; } = Attribute.GetCustomAttribute<DeliveryIdFromAttribute>();

    /// <summary>What makes a copy by the attributes; code may tell copies by an id of its own besides.</summary>
    public DuplicateBasis Copies =>
        DeliveryId is null || Token is not null ? DuplicateBasis.None
        : IsCode || DeliveryId.WithSignedText || !Schemes.All(CoversId) ? DuplicateBasis.SameIdAndText
        : DuplicateBasis.SameId;

    /// <summary>Whether no scheme says how it verifies.</summary>
    public bool IsCode => Attribute.IsSubclassOf(typeof(CodeSignatureAttribute));

    /// <summary>How old a delivery may be by the class that verifies it in code; none where it signs no time.</summary>
    public int? UsualTolerance { get; init; }

    /// <summary>What a wrong signature is answered with.</summary>
    public int InvalidStatus { get; } = Attribute.GetCustomAttribute<InvalidStatusAttribute>()?.Status ?? 403;

    /// <summary>How old a delivery may be; 0 where it says nothing of its age, and where the sample takes any.</summary>
    public int EffectiveTolerance =>
        Timestamp is null || ToleranceSeconds == int.MaxValue ? 0
        : ToleranceSeconds > 0 ? ToleranceSeconds
        : Timestamp.ToleranceSeconds;

    public override string ToString() => Name;

    private bool CoversId(SignatureSchemeAttribute scheme) =>
        ((string[])["{id}", DeliveryId!.Header is { } header ? $"{{header:{header}}}" : "{body}", $"{{body:{DeliveryId.JsonPath}}}"]).Any(
            part => scheme.SignedContent.Contains(part, StringComparison.OrdinalIgnoreCase)
        );

    private static IEnumerable<Assembly> References() =>
        typeof(Generated.dev.providers.Manifest)
            .Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Hooklatch", StringComparison.Ordinal))
            .Select(Assembly.Load);

    private static Preset Find(Type type)
    {
        var use = typeof(Generated.dev.providers.Manifest)
            .Assembly.GetTypes()
            .SelectMany(hooks =>
                hooks.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            )
            .FirstOrDefault(method => method.GetCustomAttributes(type).Any());
        var chosen = use?.GetCustomAttributes(type).Cast<SignatureAttribute>().First();
        return new Preset(type, use?.GetCustomAttribute<WebhookAttribute>()?.Endpoint.TrimStart('/'), chosen?.ToleranceSeconds ?? 0)
        {
            UsualTolerance = (chosen as TimedCodeSignatureAttribute)?.UsualToleranceSeconds,
        };
    }
}
