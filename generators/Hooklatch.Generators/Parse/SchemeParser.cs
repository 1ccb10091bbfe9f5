using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parse;

/// <summary>
/// Reads the scheme that a <c>SignatureAttribute</c> class carries as attributes, in this or another assembly. What a scheme says is fixed
/// here, so that no template is interpreted at run time.
/// </summary>
internal static class SchemeParser
{
    private static readonly string[] Algorithms = ["Sha1", "Sha256", "Sha384", "Sha512"];
    private static readonly string[] Encodings = ["Hex", "Base64"];
    private static readonly string[] Units = ["Seconds", "Milliseconds"];

    public static VerificationModel? Parse(AttributeData use, Report? report, CancellationToken cancellation)
    {
        var provider = use.AttributeClass!;
        var scheme = provider.Attribute(Names.HmacScheme);
        var timestamp = ParseTimestamp(provider.Attribute(Names.TimestampFrom));
        var text = SignedTextParser.Parse(scheme?.Named<string>("SignedContent") ?? "{body}", timestamp?.Header);
        var problem =
            scheme is null ? "it has no scheme; put [HmacScheme(…)] on the attribute class"
            : string.IsNullOrEmpty(scheme.Named<string>("Header")) ? "[HmacScheme] names no Header"
            : !Algorithms.IsDefined(scheme.Positional<int>(0)) ? "its algorithm is none of HmacAlgorithm"
            : !Encodings.IsDefined(scheme.Named<int>("Encoding")) ? "its encoding is none of SignatureEncoding"
            : timestamp is { Header: "" } ? "[TimestampFrom] names no Header"
            : timestamp is { Unit: "" } ? "the unit of its timestamp is none of TimeUnit"
            : timestamp is { ToleranceSeconds: < 1 } ? "a tolerance of less than a second refuses everything; set ToleranceSeconds"
            : text.Problem;
        if (scheme is null || problem is not null)
        {
            report?.Invoke(Descriptors.BrokenScheme, use.Location(cancellation), VerificationParser.NameOf(use), problem);
            return null;
        }

        return new VerificationModel
        {
            Hmac = new HmacModel
            {
                Secret = use.Named<string>("Secret") ?? "",
                Algorithm = Algorithms[scheme.Positional<int>(0)],
                Header = scheme.Named<string>("Header")!,
                Prefix = scheme.Named<string>("Prefix") ?? "",
                Encoding = Encodings[scheme.Named<int>("Encoding")],
                Content = text.Parts,
                Timestamp = timestamp,
            },
            EventHeader = provider.Attribute(Names.EventFrom)?.Named<string>("Header"),
            DeliveryIdHeader = provider.Attribute(Names.DeliveryIdFrom)?.Named<string>("Header"),
        };
    }

    private static bool IsDefined(this string[] names, int value) => value >= 0 && value < names.Length;

    private static TimestampModel? ParseTimestamp(AttributeData? attribute) =>
        attribute is null
            ? null
            : new TimestampModel(
                attribute.Named<string>("Header") ?? "",
                Units.ElementAtOrDefault(attribute.Named<int>("Unit")) ?? "",
                attribute.Named<int>("ToleranceSeconds")
            );
}
