using Hooklatch.Generators.Common;
using Hooklatch.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>A parameter that looks for its source: under one of its attributes, or, where none says anything, by its type alone.</summary>
internal sealed class Candidate(Bindable target, IReadOnlyCollection<string> routeParameters, AttributeData? marker)
{
    private bool? _isText;

    public ITypeSymbol Type => target.Type;

    /// <summary>Whether no attribute says where the value comes from.</summary>
    public bool IsUnmarked => marker is null;

    /// <summary>Whether the value is or can be parsed from text.</summary>
    public bool IsText => _isText ??= TextParser.Parse(Type) is not null;

    /// <summary>Whether the endpoint's template has a parameter of this name.</summary>
    public bool IsInRoute => routeParameters.Contains(target.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the attribute is the one of this name.</summary>
    public bool IsMarked(string attribute) => marker is not null && marker.AttributeClass.Is(attribute);

    /// <summary>Whether the attribute, if there is one, is the one of this name.</summary>
    public bool IsUnmarkedOr(string attribute) => IsUnmarked || IsMarked(attribute);
}
