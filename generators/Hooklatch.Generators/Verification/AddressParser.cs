using System.Globalization;
using System.Net;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads <c>[AllowFrom]</c>: of the method, else of its class.</summary>
internal static class AddressParser
{
    public static AttributeData? Find(IMethodSymbol method) =>
        method.Attribute(Names.AllowFrom)
        ?? method.ContainingType.SelfAndBases().Select(type => type.Attribute(Names.AllowFrom)).FirstOrDefault(found => found is not null);

    public static bool TryParse(IMethodSymbol method, Report? report, CancellationToken cancellation, out AddressModel? model)
    {
        model = null;
        if (Find(method) is not { } attribute)
        {
            return true;
        }

        if (method.Attribute(Names.AllowFrom) is null && !IsFirstUnder(attribute, method))
        {
            // What is wrong on the class is said once, not for each of its handlers.
            report = null;
        }

        var networks =
            attribute.ConstructorArguments.Length > 0 && !attribute.ConstructorArguments[0].IsNull
                ? attribute.ConstructorArguments[0].Values.Select(value => value.Value as string ?? "").ToArray()
                : [];
        var path = attribute.Named<string>("Configuration");
        var wrong = Array.FindIndex(networks, network => !IsNetwork(network));
        if (wrong >= 0 || (networks.Length == 0 && path is null))
        {
            report?.Invoke(
                Descriptors.InvalidNetwork,
                wrong >= 0 ? attribute.ArgumentLocation(wrong, cancellation) : attribute.Location(cancellation),
                wrong >= 0
                    ? $"{Literal.String(networks[wrong])} is neither an address nor a network such as \"192.0.2.0/24\" or \"2001:db8::/32\""
                    : "it names no network, so that nobody could deliver"
            );
            return false;
        }

        model = new AddressModel(path, networks.ToEquatableArray());
        return true;
    }

    private static bool IsFirstUnder(AttributeData attribute, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(
            method,
            method
                .ContainingType.GetMembers()
                .OfType<IMethodSymbol>()
                .FirstOrDefault(member => WebhookDeclaration.Of(member) is not null && Equals(Find(member), attribute))
        );

    /// <summary>An address, or one with the length of its prefix.</summary>
    private static bool IsNetwork(string text)
    {
        var parts = text.Split('/');
        return parts.Length <= 2
            && IPAddress.TryParse(parts[0], out var address)
            && !address.IsIPv4MappedToIPv6
            // "10.1" and "1" are addresses to the parser, and never what somebody meant.
            && (address.AddressFamily is not System.Net.Sockets.AddressFamily.InterNetwork || parts[0].Count(c => c == '.') == 3)
            && (
                parts.Length == 1
                || (
                    int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
                    && prefix <= address.GetAddressBytes().Length * 8
                    // Every address: nobody is kept out.
                    && prefix > 0
                )
            );
    }
}
