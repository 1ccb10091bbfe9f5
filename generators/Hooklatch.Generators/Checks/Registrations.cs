using System.Collections.Concurrent;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Hooklatch.Generators.Checks;

/// <summary>
/// What the source of a plugin registers with dependency injection, collected while the compiler's operations pass by. Where something could register
/// more than can be seen, the collection is open, and nobody may conclude that a service is missing.
/// </summary>
internal sealed class Registrations(IAssemblySymbol plugin)
{
    private const string Descriptor = "Microsoft.Extensions.DependencyInjection.ServiceDescriptor";
    private const string HostedService = "AddHostedService";

    /// <summary>They tell service and implementation apart; of any other method every type that it names counts as a service.</summary>
    private static readonly string[] Precise =
    [
        "Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions",
        "Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions",
        Descriptor,
    ];

    /// <summary>They register options of a type, not the type.</summary>
    private static readonly string[] OfOptions =
    [
        "Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions",
        "Microsoft.Extensions.DependencyInjection.OptionsConfigurationServiceCollectionExtensions",
        "Microsoft.Extensions.DependencyInjection.OptionsBuilderConfigurationExtensions",
    ];

    private static readonly string[] OtherContainers = ["UseServiceProviderFactory", "ConfigureContainer"];
    private static readonly string[] Builders =
    [
        "Microsoft.Extensions.Hosting.IHostBuilder",
        "Microsoft.AspNetCore.Hosting.IWebHostBuilder",
    ];

    /// <summary>
    /// One of these stands in every source that registers something or maps routes: a method that does, or what is registered with, which is called
    /// services or a builder by its type, its property or its own name.
    /// </summary>
    private static readonly string[] Words = ["ervice", "uilder", "Singleton", "Scoped", "Transient", "TryAdd", "PluginRoutes"];

    private readonly ConcurrentBag<Service> _services = [];
    private readonly ConcurrentBag<INamedTypeSymbol> _built = [];
#pragma warning disable RS1024 // The comparer is given.
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _registrars = new(SymbolEqualityComparer.Default);
#pragma warning restore RS1024
    private volatile bool _isOpen;

    /// <summary>
    /// Whether a file has a word that goes with registrations; the compiler remembers the answer until the file changes. Most plugins have none, and to look
    /// at every call of theirs would have the compiler bind each method once more.
    /// </summary>
    public static SyntaxTreeValueProvider<bool> MayOccurIn { get; } = new(HasWord);

    private static bool HasWord(SyntaxTree tree)
    {
        if (tree.FilePath.IndexOf(GeneratedFile.Generator, StringComparison.Ordinal) >= 0)
        {
            return false;
        }

        var text = tree.GetText().ToString();
        return Words.Any(word => text.IndexOf(word, StringComparison.Ordinal) >= 0);
    }

    /// <summary>Whether more may be registered than was seen.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>The classes that the container itself builds.</summary>
    public IEnumerable<INamedTypeSymbol> Built => _built;

    /// <summary>Whether a service is registered: by its type, or as an open generic one.</summary>
    /// <param name="type">The service.</param>
    /// <param name="isKeyed">Whether it is asked for by a key.</param>
    /// <param name="key">The key, where it is constant.</param>
    public bool Has(INamedTypeSymbol type, bool isKeyed, object? key) =>
        _services.Any(service =>
            service.Fits(isKeyed, key)
            && (
                SymbolEqualityComparer.Default.Equals(service.Type, type)
                || (
                    SymbolEqualityComparer.Default.Equals(service.Type.OriginalDefinition, type.OriginalDefinition)
                    && (service.Type.IsUnboundGenericType || service.Type.TypeArguments.Any(argument => argument is ITypeParameterSymbol))
                )
            )
        );

    public void Add(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isDescriptor = method.ContainingType.Is(Descriptor);
        if (!isDescriptor && !TakesRegistrar(call))
        {
            return;
        }

        if (OtherContainers.Contains(method.Name) || !IsVisible(method.ContainingAssembly))
        {
            _isOpen = true;
            return;
        }

        if (Precise.Any(method.ContainingType.Is) && method.Name.IndexOf("Enumerable", StringComparison.Ordinal) < 0)
        {
            AddPrecisely(call.Arguments, method.TypeArguments);
            return;
        }

        if (method.Name == HostedService && !IsVisibleSource(method))
        {
            Build(method.TypeArguments, call.Arguments);
            return;
        }

        foreach (var argument in method.TypeArguments.Where(_ => !OfOptions.Any(method.ContainingType.Is)))
        {
            Register(argument, Key.Any);
        }

        AddTypes(call.Arguments);
        CheckDescriptors(call.Arguments);
    }

    public void Add(IObjectCreationOperation creation)
    {
        if (creation.Type.Is(Descriptor))
        {
            AddPrecisely(creation.Arguments, []);
        }
        else if (creation.Type is { } type && creation.Arguments.Any(IsRegistrar) && !IsVisible(type.ContainingAssembly))
        {
            _isOpen = true;
        }
    }

    private void AddPrecisely(IReadOnlyList<IArgumentOperation> arguments, IReadOnlyList<ITypeSymbol> typeArguments)
    {
        var types = arguments.Where(argument => argument.Parameter?.Type.Is("System.Type") == true).ToArray();
        ITypeSymbol[] named = typeArguments.Count > 0 ? [.. typeArguments] : [.. types.Select(TypeOf).OfType<ITypeSymbol>()];
        if (arguments.Any(IsOpenDescriptor) || (typeArguments.Count == 0 && named.Length < types.Length))
        {
            _isOpen = true;
        }
        else if (named.Length > 0)
        {
            var key = arguments.FirstOrDefault(argument => argument.Parameter?.Name == "serviceKey");
            Register(named[0], key is null ? Key.None : Key.Of(key.Value));
            Build(named, arguments);
        }
    }

    /// <summary>Notes the class that the container builds, unless a factory or whoever made the instance does.</summary>
    private void Build(IReadOnlyList<ITypeSymbol> types, IReadOnlyList<IArgumentOperation> arguments)
    {
        var isBuilt = arguments.All(argument =>
            argument.Parameter is not { } parameter
            || parameter.Name == "serviceKey"
            || parameter.OriginalDefinition.Type.TypeKind is not (TypeKind.Delegate or TypeKind.TypeParameter)
                && parameter.Type.SpecialType is not SpecialType.System_Object
        );
        if (isBuilt && types.Count > 0 && types[types.Count - 1] is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } built)
        {
            _built.Add(built.OriginalDefinition);
        }
    }

    private void AddTypes(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments.Where(argument => argument.ArgumentKind is not ArgumentKind.DefaultValue))
        {
            if (argument.Parameter?.Type.Is("System.Type") == true && TypeOf(argument) is { } type)
            {
                Register(type, Key.Any);
            }
            else if (MayHoldTypes(argument.Parameter?.Type))
            {
                _isOpen = true;
            }
        }
    }

    private void CheckDescriptors(IEnumerable<IArgumentOperation> arguments)
    {
        if (arguments.Any(IsOpenDescriptor))
        {
            _isOpen = true;
        }
    }

    /// <summary>A descriptor that was made elsewhere, as one of a list or by a library.</summary>
    private static bool IsOpenDescriptor(IArgumentOperation argument) =>
        IsDescriptorOrSeveral(argument.Parameter?.Type)
        && !(argument.Parameter!.Type.Is(Names.ServiceCollection) || IsDescriptorHere(Unwrap(argument.Value)));

    private static bool IsDescriptorHere(IOperation value) =>
        value is IObjectCreationOperation { Type: var created } && created.Is(Descriptor)
        || value is IInvocationOperation { TargetMethod.ContainingType: var type } && type.Is(Descriptor);

    private static bool IsDescriptorOrSeveral(ITypeSymbol? type) =>
        type.Is(Descriptor)
        || type is IArrayTypeSymbol { ElementType: var element } && element.Is(Descriptor)
        || type is INamedTypeSymbol { TypeArguments: [var argument] } && argument.Is(Descriptor);

    private static bool MayHoldTypes(ITypeSymbol? type) =>
        type.Is("System.Type")
        || type.Is("System.Reflection.Assembly")
        || type is IArrayTypeSymbol { ElementType: var element } && MayHoldTypes(element)
        || type is INamedTypeSymbol { TypeArguments: [var argument], DelegateInvokeMethod: null } && MayHoldTypes(argument);

    private void Register(ITypeSymbol type, Key key)
    {
        switch (type)
        {
            case INamedTypeSymbol named:
                _services.Add(new Service(named, key));
                break;
            // Whoever calls the generic method names the type, and hands the collection on with it; else nobody can follow.
            case ITypeParameterSymbol { DeclaringMethod: { } method } when method.Parameters.Any(parameter => IsRegistrar(parameter.Type)):
                break;
            case ITypeParameterSymbol:
                _isOpen = true;
                break;
            default:
                break;
        }
    }

    private bool TakesRegistrar(IInvocationOperation call) =>
        call.Arguments.Any(IsRegistrar) || call.Instance?.Type is { } instance && IsRegistrar(instance);

    private bool IsRegistrar(IArgumentOperation argument) => Unwrap(argument.Value).Type is { } type && IsRegistrar(type);

    /// <summary>A collection of services, or a builder that leads to one.</summary>
    private bool IsRegistrar(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Interface
        && type.SpecialType is SpecialType.None
        && _registrars.GetOrAdd(
            type,
            static type =>
                type.Implements(Names.ServiceCollection)
                || Builders.Any(type.Implements)
                || type.SelfAndBases()
                    .Concat(type.AllInterfaces)
                    .SelectMany(scope => scope.GetMembers("Services"))
                    .OfType<IPropertySymbol>()
                    .Any(property => property.Type.Is(Names.ServiceCollection))
        );

    /// <summary>Whether a method's registrations are known: those of this assembly are read, and the platform's scan no assemblies.</summary>
    private bool IsVisible(IAssemblySymbol? assembly) =>
        assembly is null
        || SymbolEqualityComparer.Default.Equals(assembly, plugin)
        || IsNamed(assembly, "Microsoft")
        || IsNamed(assembly, "System")
        || IsNamed(assembly, "Hooklatch");

    private bool IsVisibleSource(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, plugin);

    private static bool IsNamed(IAssemblySymbol assembly, string name) =>
        assembly.Name == name || assembly.Name.StartsWith(name + ".", StringComparison.Ordinal);

    private static ITypeSymbol? TypeOf(IArgumentOperation argument) => (Unwrap(argument.Value) as ITypeOfOperation)?.TypeOperand;

    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    private readonly record struct Service(INamedTypeSymbol Type, Key Key)
    {
        public bool Fits(bool isKeyed, object? key) =>
            Key.IsAny || (isKeyed ? Key.IsKeyed && (!Key.IsConstant || key is null || Equals(Key.Value, key)) : !Key.IsKeyed);
    }

    /// <summary>The key of a registration; one that is not constant may be any.</summary>
    private readonly record struct Key(bool IsAny, bool IsKeyed, bool IsConstant, object? Value)
    {
        public static Key Any => new(true, false, false, null);

        public static Key None => default;

        public static Key Of(IOperation value) =>
            Unwrap(value).ConstantValue is { HasValue: true, Value: { } constant }
                ? new Key(false, true, true, constant)
                : new Key(false, true, false, null);
    }
}
