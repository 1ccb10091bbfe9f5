using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooklatch.Generators.Checks;

/// <summary>A configuration object is valid for one request. What lives longer and keeps one is found where that can be known.</summary>
internal static class CaptureChecks
{
    private static readonly string[] Asks = ["GetRequiredService", "GetService"];

    private static readonly string[] Singletons =
    [
        "AddSingleton",
        "TryAddSingleton",
        "AddKeyedSingleton",
        "TryAddKeyedSingleton",
        "AddHostedService",
        "AddActivatedSingleton",
    ];

    /// <summary>
    /// Checks a registration such as <c>services.AddSingleton&lt;IClock, Clock&gt;()</c>: the class that the container builds, or what a factory asks the
    /// container for.
    /// </summary>
    public static void CheckRegistration(IInvocationOperation call, Report report)
    {
        var method = call.TargetMethod;
        if (!Singletons.Contains(method.Name) || !method.IsExtensionMethod || !method.Parameters[0].Type.Is(Names.ServiceCollection))
        {
            return;
        }

        foreach (var factory in call.Arguments.Where(argument => argument.Parameter?.Type.TypeKind is TypeKind.Delegate))
        {
            CheckFactory(factory, method, report);
        }

        // A factory, or whoever made the instance, decides for itself what is passed.
        var isBuilt = method.OriginalDefinition.Parameters.All(parameter =>
            parameter.Type.TypeKind is not (TypeKind.Delegate or TypeKind.TypeParameter)
        );
        if (isBuilt && ImplementationOf(call) is INamedTypeSymbol { TypeKind: TypeKind.Class } implementation)
        {
            CheckClass(implementation, call.Syntax.GetLocation(), $"The singleton '{implementation.Name}'", report);
        }
    }

    private static ITypeSymbol? ImplementationOf(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments is [.., var implementation]
            ? implementation
            : call.Arguments.Select(argument => (argument.Value as ITypeOfOperation)?.TypeOperand).LastOrDefault(type => type is not null);

    private static void CheckFactory(IArgumentOperation factory, IMethodSymbol method, Report report)
    {
        var asked = factory
            .Descendants()
            .OfType<IInvocationOperation>()
            .Where(call => Asks.Contains(call.TargetMethod.Name) && call.TargetMethod.TypeArguments is [var type] && IsConfig(type));
        foreach (var call in asked)
        {
            var what = method.TypeArguments is [.., var made] ? $"The singleton '{made.Name}'" : "The singleton";
            report(Descriptors.CapturedConfig, call.Syntax.GetLocation(), what, call.TargetMethod.TypeArguments[0].Name);
        }
    }

    /// <summary>Checks the constructor of a class of which there is one instance.</summary>
    public static void CheckClass(INamedTypeSymbol type, Location? location, string what, Report report)
    {
        foreach (var parameter in type.InstanceConstructors.SelectMany(constructor => constructor.Parameters))
        {
            if (IsConfig(parameter.Type))
            {
                report(Descriptors.CapturedConfig, location, what, parameter.Type.Name);
            }
        }
    }

    /// <summary>Checks a field or a property that outlives every request.</summary>
    public static void CheckMember(ISymbol member, Report report)
    {
        var type = member switch
        {
            IFieldSymbol { IsStatic: true, AssociatedSymbol: null } field => field.Type,
            IPropertySymbol { IsStatic: true } property => property.Type,
            _ => null,
        };
        if (type is not null && IsConfig(type))
        {
            report(Descriptors.CapturedConfig, member.Location(), $"The static '{member.Name}'", type.Name);
        }
    }

    private static bool IsConfig(ITypeSymbol type) => type.Attribute(Names.PluginConfig) is not null;
}
