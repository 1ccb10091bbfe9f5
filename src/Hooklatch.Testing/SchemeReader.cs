using Hooklatch.Signing;

namespace Hooklatch.Testing;

/// <summary>Reads the attributes of a signature attribute's class, as the generator does at compile time.</summary>
internal static class SchemeReader
{
    public static Scheme Read(Type signature, SignedRequestOptions options, Func<SignatureSchemeAttribute, bool> fits)
    {
        var rules = All<SignatureSchemeAttribute>(signature);
        var rule =
            (options.Rule is { } number ? rules.ElementAtOrDefault(number) : rules.FirstOrDefault(fits))
            ?? throw new ArgumentException(
                $"{signature.Name} has no rule that signs with this kind of key"
                    + (rules.Length == 0 ? "; it verifies in code, or by a token alone." : "."),
                nameof(signature)
            );
        return new Scheme(
            signature,
            rule,
            Find<TimestampFromAttribute>(signature),
            Find<DeliveryIdFromAttribute>(signature),
            Find<EventFromAttribute>(signature),
            All<RequireHeaderAttribute>(signature)
        );
    }

    public static T? Find<T>(Type signature)
        where T : Attribute => All<T>(signature).FirstOrDefault();

    private static T[] All<T>(Type signature)
        where T : Attribute => [.. signature.GetCustomAttributes(typeof(T), inherit: false).Cast<T>()];
}
