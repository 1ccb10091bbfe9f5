using System.Text.RegularExpressions;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>The addresses that a message of SNS may name. What else a sender writes there is never visited.</summary>
internal static partial class AwsSnsAddress
{
    /// <summary>The certificate of a message: a file in PEM on a host of SNS, and nothing but that.</summary>
    public static Uri? OfCertificate(string? text) =>
        Read(text) is { Query.Length: 0 } address && Certificate.IsMatch(address.AbsolutePath) ? address : null;

    /// <summary>The confirmation of a subscription, for the topic that the message is of.</summary>
    public static Uri? OfConfirmation(string? text, string topic) =>
        Read(text) is { AbsolutePath: "/" } address
        && Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query) is var query
        && query["Action"] is ["ConfirmSubscription"]
        && query["TopicArn"] is [{ } confirmed]
        && SecurityHeader.Is(confirmed, topic)
            ? address
            : null;

    private static Uri? Read(string? text) =>
        text is { Length: <= 2048 }
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0, Fragment.Length: 0 }
        && Host.IsMatch(address.IdnHost)
        // What was parsed is what was written: no other spelling of a host or a path gets this far.
        && text.Equals(address.AbsoluteUri, StringComparison.Ordinal)
            ? address
            : null;

    /// <summary>A region, not any label: <c>sns.s3.amazonaws.com</c> is a bucket that somebody may own.</summary>
    [GeneratedRegex(@"^sns\.[a-z]{2,3}(-[a-z]+){1,3}-[0-9]{1,2}\.amazonaws\.com(\.cn)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Host { get; }

    [GeneratedRegex(@"^/[A-Za-z0-9_-]{1,128}\.pem\z", RegexOptions.CultureInvariant)]
    private static partial Regex Certificate { get; }
}
