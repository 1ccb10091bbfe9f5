using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads what the class of a signature attribute says besides its schemes.</summary>
internal static class ProviderParser
{
    private const string Macs = "global::Hooklatch.Signing.HandshakeMac.";
    private static readonly string[] MacNames = ["None", "HmacSha256Hex", "HmacSha256Base64", "Sha256Hex"];
    private static readonly (string Property, string Argument)[] Paths = [("WhenValue", "WhenJsonPath"), ("EchoValue", "EchoJsonPath")];
    private static readonly (string Property, string Argument)[] Fields =
    [
        ("WhenFormValue", "WhenFormField"),
        ("EchoValue", "EchoFormField"),
    ];

    /// <summary>What each condition is compared with, where it has a value of its own.</summary>
    private static readonly (string Place, string Value)[] Values =
    [
        ("WhenHeader", "WhenHeaderEquals"),
        ("WhenQuery", "WhenQueryEquals"),
        ("WhenJsonPath", "WhenJsonEquals"),
        ("WhenFormField", "WhenFormEquals"),
    ];
    private static readonly string[] Switches = ["WhenBodyIsEmpty", "InstallsSecret", "ByVerifier", "AlsoUnsigned"];
    private static readonly string[] Texts =
    [
        "Method",
        "WhenHeader",
        "WhenQuery",
        "WhenEquals",
        "WhenHeaderEquals",
        "WhenQueryEquals",
        "WhenJsonEquals",
        "WhenFormEquals",
        "EchoHeader",
        "EchoQuery",
        "MacOver",
        "TokenQuery",
        "ContentType",
        "Body",
        "ReplyHeader",
    ];

    private static readonly EquatableArray<string> CloudEvents = new[]
    {
        "Method = \"OPTIONS\"",
        "WhenHeader = \"WebHook-Request-Origin\"",
        "EchoHeader = \"WebHook-Request-Origin\"",
        "ReplyHeader = \"WebHook-Allowed-Origin\"",
        "IsCloudEvents = true",
    }.ToEquatableArray();

    /// <param name="use">The attribute as it stands on a handler or its class.</param>
    /// <param name="problem">What cannot work.</param>
    public static ProviderModel Parse(AttributeData use, out string? problem)
    {
        var provider = use.AttributeClass!;
        var values = new List<BodyValueModel>();
        var declared = provider.GetAttributes().Where(attribute => attribute.AttributeClass.Is(Names.Handshake)).ToArray();
        problem =
            declared.Select(handshake => Problem(provider, handshake)).FirstOrDefault(one => one is not null)
            ?? AnswerProblem(provider)
            ?? ReplyHeaderParser.Problem(provider);
        if (problem is not null)
        {
            return ProviderModel.None;
        }

        var handshakes = declared
            .Where(handshake => handshake.Named<string>("TokenQuery") is null || TokenPathOf(use, handshake) is not null)
            .Select(handshake => ParseHandshake(use, handshake, values).ToEquatableArray())
            .Concat(provider.Attribute(Names.CloudEventsHandshake) is null ? [] : [CloudEvents])
            .ToEquatableArray();
        var acknowledge = provider.Attribute(Names.Acknowledge);
        return new ProviderModel
        {
            Handshakes = handshakes,
            HandshakeValues = values.ToEquatableArray(),
            Acknowledgement = acknowledge is null
                ? null
                : $"{Literal.Number(acknowledge.Positional<int>(0))}, {Literal.String(acknowledge.Named<string>("ContentType") ?? "text/plain")}, {Literal.String(acknowledge.Positional<string>(1) ?? "")}",
            InvalidStatus = provider.Attribute(Names.InvalidStatus)?.Positional<int>(0) ?? 0,
            QueuedStatus = provider.Attribute(Names.QueuedStatus)?.Positional<int>(0) ?? 0,
            InvalidHasNoBody = provider.Attribute(Names.InvalidStatus)?.Named<bool>("HasNoBody") ?? false,
            ReplyHeaders = ReplyHeaderParser.Parse(use),
            AcceptedMediaTypes = provider
                .GetAttributes()
                .Where(attribute => attribute.AttributeClass.Is(Names.Accepts))
                .Select(attribute => attribute.Positional<string>(0) ?? "")
                .ToEquatableArray(),
            Setup = SetupOf(provider),
            FormEnvelope = provider.Attribute(Names.FormEnvelope)?.Positional<string>(0),
            SendsJson = provider.Attribute(Names.SendsJson) is not null,
        };
    }

    private static SetupModel? SetupOf(INamedTypeSymbol provider) =>
        provider.Attribute(Names.Setup) is { } setup
            ? new(
                setup.Named<string>("Provider") ?? NameOf(provider),
                setup.Positional<string>(0) ?? "",
                setup.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, IsNull: false } steps]
                    ? steps.Values.Select(step => step.Value as string).OfType<string>().ToEquatableArray()
                    : EquatableArray<string>.Empty
            )
            : null;

    /// <summary><c>Acme</c> of <c>AcmeSignatureAttribute</c>.</summary>
    private static string NameOf(INamedTypeSymbol provider)
    {
        const string Suffix = "Signature";
        var name = VerificationParser.NameOf(provider);
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - Suffix.Length)
            : name;
    }

    private static IEnumerable<string> ParseHandshake(AttributeData use, AttributeData handshake, List<BodyValueModel> values)
    {
        foreach (var name in Texts)
        {
            if (handshake.Named<string>(name) is { } text)
            {
                yield return $"{name} = {Literal.String(text)}";
            }
        }

        foreach (var (property, path) in Paths)
        {
            if (handshake.Named<string>(path) is { } text)
            {
                yield return $"{property} = {Literal.Number(NumberOf(text, field: null, values))}";
            }
        }

        foreach (var (property, field) in Fields)
        {
            if (handshake.Named<string>(field) is { } text)
            {
                yield return $"{property} = {Literal.Number(NumberOf(path: null, text, values))}";
            }
        }

        foreach (var name in Switches)
        {
            if (handshake.Named<bool>(name))
            {
                yield return $"{name} = true";
            }
        }

        if (handshake.Named<int>("Mac") is > 0 and var mac)
        {
            yield return $"Mac = {Macs}{MacNames[mac]}";
        }

        if (handshake.Named<int>("Status") is > 0 and var status)
        {
            yield return $"Status = {Literal.Number(status)}";
        }

        if (use.Named<string>("Secret") is { } secret && (handshake.Named<int>("Mac") > 0 || handshake.Named<bool>("InstallsSecret")))
        {
            yield return $"SecretPath = {Literal.String(secret)}";
        }

        if (handshake.Named<string>("TokenQuery") is not null)
        {
            yield return $"TokenPath = {Literal.String(TokenPathOf(use, handshake)!)}";
        }
    }

    private static string? TokenPathOf(AttributeData use, AttributeData handshake) =>
        use.Named<string>(handshake.Named<string>("TokenProperty") ?? "Secret");

    private static int NumberOf(string? path, string? field, List<BodyValueModel> values)
    {
        var known = values.FindIndex(value => value.Path?.Path.Text == path && value.Field == field);
        if (known < 0)
        {
            known = values.Count;
            values.Add(BodyValues.Parse($"answer{known}", path, field)!);
        }

        return known;
    }

    private static string? AnswerProblem(INamedTypeSymbol provider) =>
        provider.Attribute(Names.Acknowledge)?.Positional<int>(0) is < 200 or > 299
            ? "the status of its [Acknowledge] does not say that a delivery was taken; choose one of 200 to 299"
        : provider.Attribute(Names.QueuedStatus)?.Positional<int>(0) is < 200 or > 299
            ? "its [QueuedStatus] does not say that a delivery was taken; choose one of 200 to 299"
        : provider.Attribute(Names.InvalidStatus)?.Positional<int>(0) is < 400 or > 499
            ? "its [InvalidStatus] does not say that a request is wrong; choose one of 400 to 499"
        : null;

    private static string? Problem(INamedTypeSymbol provider, AttributeData handshake)
    {
        string?[] echoes =
        [
            handshake.Named<string>("EchoHeader"),
            handshake.Named<string>("EchoQuery"),
            handshake.Named<string>("EchoJsonPath"),
            handshake.Named<string>("EchoFormField"),
        ];
        var paths = new[] { handshake.Named<string>("WhenJsonPath"), handshake.Named<string>("EchoJsonPath") }.OfType<string>();
        var alone = Values.FirstOrDefault(pair =>
            handshake.Named<string>(pair.Value) is not null && handshake.Named<string>(pair.Place) is null
        );
        var token = handshake.Named<string>("TokenProperty") ?? "Secret";
        return !HttpMethodName.IsValid(handshake.Named<string>("Method") ?? "POST")
                ? "the Method of its handshake is no HTTP method; write it as it stands in a request line"
            : handshake.Named<string>("WhenEquals") is not null && Values.All(pair => handshake.Named<string>(pair.Place) is null)
                ? "the WhenEquals of its handshake is compared with nothing; set WhenHeader, WhenQuery, WhenJsonPath or WhenFormField"
            : alone.Value is not null ? $"the {alone.Value} of its handshake is compared with nothing; set {alone.Place}"
            : Fields.Any(field => handshake.Named<string>(field.Argument) is "") ? "a form field of its handshake has no name"
            : !provider.HasTextProperty(token)
                ? $"the TokenProperty of its handshake names '{token}', which is no string property of the attribute"
            : echoes.Count(echo => echo is not null) > 1 ? "a handshake of it echoes several values; one value is answered with"
            : handshake.Named<int>("Mac") > 0 && echoes.All(echo => echo is null)
                ? "a handshake of it computes a MAC of nothing; set what it echoes"
            : echoes.Any(echo => echo is not null)
            && handshake.Named<string>("ContentType") is not (null or "text/plain" or "application/json")
                ? "a handshake of it echoes as something else than text/plain or application/json, which a browser may take for a page"
            : handshake.Named<int>("Mac") is < 0 or > 3 ? "the Mac of its handshake is none of HandshakeMac"
            : paths.Any(path => BodyValues.Parse("value", path) is null) ? "a JSON path of its handshake is malformed"
            : null;
    }
}
