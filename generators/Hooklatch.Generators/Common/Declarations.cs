using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>Everything in a compilation that decides what its declarations mean: references, options, and its files without the bodies of methods.</summary>
internal sealed class Declarations
{
    private readonly string? _assembly;
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly ImmutableArray<SyntaxTree> _files;

    private Declarations(Compilation compilation)
    {
        _assembly = compilation.AssemblyName;
        _options = compilation.Options;
        _references = compilation.ExternalReferences;
        _files = [.. compilation.SyntaxTrees];
    }

    /// <summary>One object for all compilations, one after the other, whose declarations mean the same.</summary>
    public object Version { get; private set; } = new();

    public static Declarations Of(Compilation compilation, Declarations? previous, CancellationToken cancellation)
    {
        var declarations = new Declarations(compilation);
        if (previous is not null && declarations.AreSame(previous, cancellation))
        {
            declarations.Version = previous.Version;
        }

        return declarations;
    }

    private bool AreSame(Declarations other, CancellationToken cancellation)
    {
        if (
            _assembly != other._assembly
            || !_options.Equals(other._options)
            || !_references.SequenceEqual(other._references)
            || _files.Length != other._files.Length
        )
        {
            return false;
        }

        for (var i = 0; i < _files.Length; i++)
        {
            if (_files[i] != other._files[i] && !DeclaredText.IsSame(_files[i], other._files[i], cancellation))
            {
                return false;
            }
        }

        return true;
    }
}
