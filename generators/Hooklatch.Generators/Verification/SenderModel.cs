using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>A sender as its scheme describes it, whatever its keys are called: every endpoint of a plugin with an equal one shares a class.</summary>
/// <param name="ClassName">The generated class, unique in the plugin ignoring case, such as <c>GitHubSender</c>.</param>
/// <param name="Verification">The verification, with parameters of the class in place of the paths of keys.</param>
/// <param name="Keys">Those parameters.</param>
internal sealed record SenderModel(string ClassName, VerificationModel Verification, EquatableArray<string> Keys)
{
    private static readonly EquatableArray<string> OneSecret = new(["secret"]);

    /// <summary><c>GitHub</c> of <c>GitHubSignature</c>. No underscore, so that it begins the name of no handler's class.</summary>
    private static string SchemeOf(string attribute)
    {
        const string Suffix = "Signature";
        var scheme =
            attribute.Length > Suffix.Length && attribute.EndsWith(Suffix, StringComparison.Ordinal)
                ? attribute.Substring(0, attribute.Length - Suffix.Length)
                : attribute;
        var name = scheme.Replace("_", "");
        return name.Length > 0 && char.IsDigit(name[0]) ? "N" + name : name;
    }

    /// <summary>The sender, and the paths of its keys in the order of its parameters.</summary>
    /// <returns><see langword="null"/> for one of whom there is nothing to say but how a token is compared, or nothing at all.</returns>
    public static (SenderModel Sender, string[] Paths)? Of(VerificationModel verification)
    {
        if (
            verification
                is { Signature: null, Event: null, DeliveryId: null, Token: not { SecretSource: not null }, Provider: var provider }
            && provider == ProviderModel.None
        )
        {
            return null;
        }

        // Where a form may hold the payload is the handler's to say.
        verification = verification with
        {
            Provider = verification.Provider with { FormEnvelope = null },
        };
        // One that also reads what happened to an event's subject reads more of the body, so it is another class.
        var name = ShortName.Of(SchemeOf(verification.Attribute) + (verification.Event?.ActionPath is null ? "Sender" : "EventSender"));
        if (verification.Token is { Secret: null })
        {
            return (new SenderModel(name, verification, EquatableArray<string>.Empty), []);
        }

        if (verification.Token is { Secret: { } path } token)
        {
            var shared = verification with { Token = token with { Secret = OneSecret[0] } };
            return (new SenderModel(name, shared, OneSecret), [path]);
        }

        var schemes = verification.Signature?.Schemes ?? [];
        var paths = schemes.Select(scheme => scheme.KeyPath).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var parameters = paths.Select(
            (path, i) => NameOf(schemes.First(scheme => scheme.KeyPath == path), paths.Length == 1 ? "" : Number(i))
        );
        var keys = parameters.ToEquatableArray();
        var numbered = verification.Signature is { } signature
            ? verification with
            {
                Signature = signature with { Schemes = signature.Schemes.Select(Numbered).ToEquatableArray() },
            }
            : verification;
        return (new SenderModel(name, numbered, keys), paths);

        SchemeModel Numbered(SchemeModel scheme) =>
            scheme.KeyPath is { } path ? scheme with { KeyPath = keys[Array.IndexOf(paths, path)] } : scheme;

        static string NameOf(SchemeModel scheme, string number) => (scheme.Kind is SchemeKind.PublicKey ? "publicKey" : "secret") + number;

        static string Number(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
