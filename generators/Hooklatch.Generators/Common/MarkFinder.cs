using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Common;

/// <summary>Collects the marks of what a generated file uses. It may find a few more than the file meets, never fewer.</summary>
/// <param name="home">The assembly that the file is generated into: what marks a whole assembly does not concern its own code.</param>
/// <param name="cancellation">Cancels.</param>
internal sealed class MarkFinder(IAssemblySymbol home, CancellationToken cancellation)
{
    private const string Experimental = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";
    private const string Obsolete = "System.ObsoleteAttribute";

    /// <summary>The methods that generated code calls on values of a type.</summary>
    private static readonly string[] Called = ["TryParse", "BindAsync", "Dispose", "DisposeAsync"];

#pragma warning disable RS1024 // The comparer is given.
    private readonly HashSet<ISymbol> _used = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _built = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _opened = new(SymbolEqualityComparer.Default);
#pragma warning restore RS1024
    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);
    private bool _isForObsolete;

    public Marks Found =>
        _ids.Count == 0 && !_isForObsolete ? Marks.None : new Marks { Ids = _ids.ToEquatableArray(), IsForObsolete = _isForObsolete };

    /// <summary>A class that generated code builds: itself, its constructors and what they take.</summary>
    public MarkFinder Build(INamedTypeSymbol type)
    {
        Use(type);
        // A constructor may name its own class, as in [FromKeyedServices(typeof(Hooks))].
        foreach (var constructor in _built.Add(type.OriginalDefinition) ? type.InstanceConstructors : [])
        {
            Call(constructor);
        }

        return this;
    }

    /// <summary>A method that generated code calls, with all that its declaration says.</summary>
    public MarkFinder Call(IMethodSymbol method)
    {
        Read(method);
        Use(method.ReturnType);
        foreach (var parameter in method.Parameters)
        {
            Use(parameter.Type);
            UseAttributes(parameter);
        }

        return this;
    }

    /// <summary>The attributes of a declaration, which generated code may construct.</summary>
    public MarkFinder UseAttributes(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            Use(attribute);
        }

        return this;
    }

    public MarkFinder Use(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type || IsSilent(type))
        {
            return this;
        }

        Use(type);
        if (attribute.AttributeConstructor is { } constructor)
        {
            Read(constructor);
        }

        foreach (var argument in attribute.NamedArguments)
        {
            foreach (var member in type.SelfAndBases().SelectMany(scope => scope.GetMembers(argument.Key)))
            {
                Read(member);
            }
        }

        foreach (var value in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value)))
        {
            Use(value);
        }

        return this;
    }

    /// <summary>A type that generated code names.</summary>
    public MarkFinder Use(ITypeSymbol type)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Use(array.ElementType);
            case INamedTypeSymbol { SpecialType: SpecialType.None or SpecialType.System_Nullable_T } named:
                foreach (var scope in named.SelfAndContaining())
                {
                    foreach (var argument in scope.TypeArguments)
                    {
                        Use(argument);
                    }
                }

                Read(named);
                return this;
            default:
                return this;
        }
    }

    /// <summary>A type whose objects generated code builds, fills or checks, and the types of their members.</summary>
    public MarkFinder Open(ITypeSymbol type)
    {
        Use(type);
        // What is marked is the definition, so that a type that grows with each step is seen once.
        var pending = new Stack<ITypeSymbol>([type]);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = pending.Pop();
            if (next is IArrayTypeSymbol array)
            {
                pending.Push(array.ElementType);
            }
            else if (next is INamedTypeSymbol { SpecialType: SpecialType.None or SpecialType.System_Nullable_T } named)
            {
                OpenNamed(named, pending);
            }
        }

        return this;
    }

    private void OpenNamed(INamedTypeSymbol type, Stack<ITypeSymbol> pending)
    {
        foreach (var argument in type.TypeArguments)
        {
            pending.Push(argument);
        }

        if (type.IsFramework() || !_opened.Add(type.OriginalDefinition))
        {
            return;
        }

        UseAttributes(type);
        foreach (var derived in type.GetAttributes().Select(attribute => attribute.Positional<ITypeSymbol>(0)).OfType<INamedTypeSymbol>())
        {
            pending.Push(derived);
        }

        foreach (
            var member in type
                .OriginalDefinition.SelfAndBases()
                .TakeWhile(scope => !scope.IsFramework())
                .SelectMany(scope => scope.GetMembers())
        )
        {
            if (member is IPropertySymbol { IsStatic: false } property)
            {
                Read(property);
                UseAttributes(property);
                Use(property.Type);
                pending.Push(property.Type);
            }
            else if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                Call(constructor);
                foreach (var parameter in constructor.Parameters)
                {
                    pending.Push(parameter.Type);
                }
            }
        }
    }

    private void Use(TypedConstant value)
    {
        switch (value)
        {
            case { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol type }:
                Build(type);
                break;
            case { Kind: TypedConstantKind.Array, IsNull: false }:
                foreach (var item in value.Values)
                {
                    Use(item);
                }

                break;
            case { Kind: TypedConstantKind.Enum, Type: { } type }:
                Use(type);
                break;
            default:
                break;
        }
    }

    /// <summary>The marks of one symbol, of what it overrides and of what it stands in.</summary>
    private void Read(ISymbol symbol)
    {
        for (
            var scope = symbol.OriginalDefinition;
            scope is not (null or INamespaceOrTypeSymbol { IsNamespace: true });
            scope = scope.ContainingSymbol
        )
        {
            if (!_used.Add(scope))
            {
                return;
            }

            ReadMarks(scope);
            switch (scope)
            {
                case IPropertySymbol property:
                    ReadAccessors(property);
                    break;
                case INamedTypeSymbol { TypeKind: TypeKind.Enum } type:
                    ReadAll(type.GetMembers().OfType<IFieldSymbol>());
                    break;
                case INamedTypeSymbol type when !type.IsFramework():
                    ReadAll(Called.SelectMany(name => type.GetMembers(name)));
                    break;
                default:
                    break;
            }
        }

        ReadAssembly(symbol);
    }

    private void ReadAssembly(ISymbol symbol)
    {
        if (symbol.ContainingAssembly is { } assembly && !SymbolEqualityComparer.Default.Equals(assembly, home) && _used.Add(assembly))
        {
            ReadMarks(assembly);
            ReadMarks(symbol.ContainingModule);
        }
    }

    private void ReadAccessors(IPropertySymbol property)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            ReadAll(new ISymbol?[] { current, current.GetMethod, current.SetMethod }.OfType<ISymbol>());
        }
    }

    private void ReadAll(IEnumerable<ISymbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            ReadMarks(symbol);
        }
    }

    private void ReadMarks(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(Experimental))
            {
                Add(attribute.Positional<string>(0));
            }
            else if (attribute.AttributeClass.Is(Obsolete))
            {
                _isForObsolete |= attribute.Positional<bool>(1);
                if (attribute.Named<string>("DiagnosticId") is { } id)
                {
                    _isForObsolete |= !Add(id);
                }
            }
        }
    }

    private bool Add(string? id)
    {
        var isName = SyntaxFacts.IsValidIdentifier(id) && SyntaxFacts.GetKeywordKind(id!) is SyntaxKind.None;
        if (isName)
        {
            _ids.Add(id!);
        }

        return isName;
    }

    /// <summary>Ours and those of the runtime that speak to the compiler: nothing is generated of them, or nothing that is marked.</summary>
    private static bool IsSilent(INamedTypeSymbol attribute) => attribute.Is(Experimental) || attribute.Is(Obsolete);
}
