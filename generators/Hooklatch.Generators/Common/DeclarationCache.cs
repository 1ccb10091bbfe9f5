using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>
/// What was read of declarations, until a declaration changes anywhere in the project. A key in the body of a method changes nothing that a parser reads, so
/// that only the declarations of the edited file are read again: those of the others are the same nodes, and mean what they meant.
/// </summary>
internal sealed class DeclarationCache
{
    private readonly ConditionalWeakTable<Compilation, Declarations> _known = new();
    private Declarations? _latest;

    /// <summary>A parser that reads a declaration once for as long as all declarations stay as they are.</summary>
    public Func<GeneratorAttributeSyntaxContext, CancellationToken, T> Remember<T>(
        Func<GeneratorAttributeSyntaxContext, CancellationToken, T> parse
    )
    {
        var readings = new ConditionalWeakTable<SyntaxNode, Reading<T>>();
        return (context, cancellation) =>
        {
            var version = DeclarationsOf(context.SemanticModel.Compilation, cancellation).Version;
            var reading = readings.GetOrCreateValue(context.TargetNode);
            if (reading.Latest is { } latest && latest.Version == version)
            {
                return latest.Value;
            }

            var value = parse(context, cancellation);
            reading.Latest = new Read<T>(version, value);
            return value;
        };
    }

    private Declarations DeclarationsOf(Compilation compilation, CancellationToken cancellation)
    {
        // An editor may run one generator on several compilations at a time.
        lock (_known)
        {
            if (!_known.TryGetValue(compilation, out var declarations))
            {
                declarations = Declarations.Of(compilation, _latest, cancellation);
                _known.Add(compilation, declarations);
                _latest = declarations;
            }

            return declarations;
        }
    }

    private sealed class Reading<T>
    {
        /// <summary>Replaced as a whole, so that nobody sees the value of one version with the name of another.</summary>
        public Read<T>? Latest { get; set; }
    }

    private sealed class Read<T>(object version, T value)
    {
        public object Version => version;

        public T Value => value;
    }
}
