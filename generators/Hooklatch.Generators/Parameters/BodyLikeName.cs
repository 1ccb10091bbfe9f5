namespace Hooklatch.Generators.Parameters;

/// <summary>
/// Whether a parameter's name says that its author means the body: <c>body</c>, <c>rawPayload</c>, <c>json_text</c>, but not
/// <c>contentType</c> or <c>payloadId</c>.
/// </summary>
internal static class BodyLikeName
{
    private static readonly string[] Bodies = ["body", "payload", "json", "xml", "content", "data"];
    private static readonly string[] Companions =
    [
        "raw",
        "request",
        "req",
        "http",
        "post",
        "posted",
        "webhook",
        "hook",
        "event",
        "message",
        "full",
        "whole",
        "as",
        "string",
        "str",
        "text",
        "bytes",
        "utf8",
    ];

    public static bool Is(string name)
    {
        var words = WordsOf(name).ToArray();
        return words.Any(word => Bodies.Contains(word)) && words.All(word => Bodies.Contains(word) || Companions.Contains(word));
    }

    private static IEnumerable<string> WordsOf(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            var ends = i == name.Length || name[i] == '_' || char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            if (ends)
            {
                var word = name.Substring(start, i - start).Trim('_').ToLowerInvariant();
                start = i;
                if (word.Length > 0)
                {
                    yield return word;
                }
            }
        }
    }
}
