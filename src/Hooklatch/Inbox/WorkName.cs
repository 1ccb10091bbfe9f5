namespace Hooklatch.Inbox;

/// <summary>What a name in the inbox is of: the path of a webhook begins with a slash, the name of a job does not.</summary>
internal static class WorkName
{
    public static bool IsJob(string endpoint) => !endpoint.StartsWith('/');

    /// <summary>The name as it follows its plugin's key in a text: <c>acme.orders/paid</c>, <c>acme.images Shrink</c>.</summary>
    public static string AfterPlugin(string endpoint) => IsJob(endpoint) ? $" {endpoint}" : endpoint;
}
