using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Endpoints;

/// <summary>What is stored of a delivery beside its body, as <see cref="StoredFormat"/> reads it.</summary>
internal sealed class StoredDetails
{
    /// <summary>The endpoint that stored the delivery, by its name in the plugin: several may share a path.</summary>
    public string Webhook { get; set; } = "";

    /// <summary>Whether it was handled while its sender waited, so that its handlers may need what is not stored.</summary>
    public bool IsInline { get; set; }

    public string Method { get; set; } = "";

    public string? ContentType { get; set; }

    public Dictionary<string, StringValues> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, StringValues> Query { get; } = new(StringComparer.OrdinalIgnoreCase);

    public RouteValueDictionary Route { get; } = [];

    public int Scheme { get; set; }

    public int? Secret { get; set; }

    /// <summary>What tells the secret that matched from others; <see langword="null"/> where nobody knows.</summary>
    public int? SecretMark { get; set; }

    /// <summary>The span in which it was received; <see langword="null"/> where nobody traced.</summary>
    public string? TraceParent { get; set; }
}
