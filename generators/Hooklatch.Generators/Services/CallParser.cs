using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Services;

/// <summary>Reads how a handler is called: on which class, built with which services.</summary>
internal static class CallParser
{
    public static bool TryParse(IMethodSymbol method, Report? report, out CallModel? call)
    {
        call = null;
        var type = method.ContainingType;
        IMethodSymbol? constructor = null;
        // A static method of an interface that a class may or must override needs a class as much as an instance method does.
        var needsClass = !method.IsStatic || method.IsAbstract || method.IsVirtual;
        if (needsClass && !TryFindConstructor(type, method.Location(), report, out constructor))
        {
            return false;
        }

        var services = constructor?.Parameters.Select(ServiceParser.Parse).ToArray() ?? [];
        call = new CallModel
        {
            TypeName = type.ToGlobalName(),
            MethodName = Identifier.Escape(method.Name),
            IsStatic = method.IsStatic,
            Constructor = services.ToEquatableArray(),
            Disposal =
                method.IsStatic ? DisposalKind.None
                : type.Implements(Names.AsyncDisposable) ? DisposalKind.Asynchronous
                : type.Implements(Names.Disposable) ? DisposalKind.Synchronous
                : DisposalKind.None,
        };
        return true;
    }

    /// <summary>The constructor by which generated code builds a class.</summary>
    public static bool TryFindConstructor(INamedTypeSymbol type, Location? location, Report? report, out IMethodSymbol? constructor)
    {
        constructor = null;
        if (type.InstanceConstructors.Any(candidate => candidate.Parameters.Any(parameter => parameter.Type.IsBroken())))
        {
            return false;
        }

        var reachable = type
            .InstanceConstructors.Where(candidate =>
                candidate.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            )
            .Where(candidate => !IsCopyConstructor(candidate, type))
            .ToArray();
        var chosen = reachable.Where(candidate => candidate.Attribute(Names.ActivatorConstructor) is not null).ToArray();
        constructor = (chosen.Length > 0 ? chosen : reachable).FirstOrDefault();
        var problem =
            type.TypeKind is TypeKind.Interface ? "it is an interface"
            : type.IsStatic ? "it is static"
            : type.SelfAndContaining().Any(scope => scope.IsGenericType) ? "it is generic"
            : type.IsAbstract ? "it is abstract"
            : type.IsRefLikeType ? "a ref struct cannot live through an asynchronous call"
            : constructor is null ? "it has no public or internal constructor"
            : chosen.Length != 1 && reachable.Length > 1
                ? "it has several constructors; mark the one to use with [ActivatorUtilitiesConstructor]"
            : constructor.Parameters.FirstOrDefault(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)) is { } byReference
                ? $"the constructor takes '{byReference.Name}' by reference"
            : constructor.Parameters.FirstOrDefault(IsNoService) is { } odd
                ? $"the constructor takes '{odd.Name}', whose type no service can have"
            : RequiredMember(type, constructor) is { } required ? $"'{required}' is a required member, which injection cannot set"
            : null;
        if (problem is not null)
        {
            report?.Invoke(Descriptors.NoConstructor, location, type.ToDisplayString(), problem);
        }

        return problem is null;
    }

    private static bool IsNoService(IParameterSymbol parameter) =>
        parameter.Type.IsRefLikeType || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;

    /// <summary>The arguments by which a class is built that no request belongs to.</summary>
    /// <returns><see langword="null"/> where it cannot be built.</returns>
    public static EquatableArray<ServiceModel>? ParseConstructor(INamedTypeSymbol type, Report? report)
    {
        if (!type.IsReachable(out var obstacle))
        {
            report?.Invoke(Descriptors.NotAccessible, type.Location(), type.Name, obstacle);
            return null;
        }

        if (!TryFindConstructor(type, type.Location(), report, out var constructor))
        {
            return null;
        }

        var services = constructor!.Parameters.Select(ServiceParser.Parse).ToArray();
        var request = Array.FindIndex(services, service => service.Kind is ServiceKind.WebhookContext or ServiceKind.HttpContext);
        if (request < 0)
        {
            return services.ToEquatableArray();
        }

        var problem = $"the constructor takes '{constructor.Parameters[request].Name}', which there is only while a webhook is handled";
        report?.Invoke(Descriptors.NoConstructor, type.Location(), type.ToDisplayString(), problem);
        return null;
    }

    /// <summary>A record's own constructor for copies.</summary>
    public static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    public static string? RequiredMember(INamedTypeSymbol type, IMethodSymbol constructor) =>
        constructor.Attribute("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute") is not null
            ? null
            : type.SelfAndBases()
                .SelectMany(scope => scope.GetMembers())
                .FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                ?.Name;
}
