namespace Hooklatch.Binding.Tests.Http;

/// <summary>Writes multipart bodies.</summary>
internal static class Multipart
{
    public const string ContentType = "multipart/form-data; boundary=b";

    public static Request Post(string endpoint, params string[] parts) => Request.WithBody(endpoint, ContentType, Body(parts));

    public static string Body(params string[] parts) => string.Concat(parts) + "--b--\r\n";

    public static string Part(string disposition, string content, string headers = "") =>
        $"--b\r\nContent-Disposition: {disposition}\r\n{headers}\r\n{content}\r\n";

    public static string Field(string name, string value) => Part($"form-data; name=\"{name}\"", value);

    public static string File(string name, string fileName, string content) =>
        Part($"form-data; name=\"{name}\"; filename=\"{fileName}\"", content, "Content-Type: text/plain\r\n");
}
