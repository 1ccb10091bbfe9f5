using System.Text;
using System.Text.RegularExpressions;

namespace Hooklatch.TestKit.Http;

/// <summary>What a server sent on one connection, and whether it closed that connection.</summary>
internal sealed partial record RawAnswer(string Text, bool Closed)
{
    /// <summary>The status of each answer on the connection, in order.</summary>
    public int[] Statuses => [.. StatusLine.Matches(Text).Select(line => int.Parse(line.Groups[1].ValueSpan))];

    /// <summary>The only status on the connection.</summary>
    public int Status => Assert.Single(Statuses);

    /// <summary>The body of the first answer as sent, in chunks if it was sent so.</summary>
    public string Body =>
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));

    /// <summary>The value of the first header of that name, or null.</summary>
    public string? Header(string name) =>
        Text.Split("\r\n")
            .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 1)..].Trim();

    [GeneratedRegex(@"(?:^|(?<=\n|\}))HTTP/1\.[01] (\d{3})")]
    private static partial Regex StatusLine { get; }
}
