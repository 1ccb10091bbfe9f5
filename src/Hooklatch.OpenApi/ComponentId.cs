namespace Hooklatch.OpenApi;

/// <summary>Names of components: letters, digits and <c>. _ -</c> (OpenAPI 3.1 section 4.8.7).</summary>
internal static class ComponentId
{
    /// <summary>The type with its namespace, so that two plugins may use one simple name.</summary>
    public static string Of(Type type) => Of(type.ToString());

    public static string Of(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_')).TrimEnd('_');
}
