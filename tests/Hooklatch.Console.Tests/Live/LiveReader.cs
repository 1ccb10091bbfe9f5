using System.Text;

namespace Hooklatch.Console.Tests.Live;

/// <summary>Reads server-sent events as a browser does.</summary>
internal sealed class LiveReader(HttpResponseMessage answer) : IDisposable
{
    private StreamReader? _lines;

    public HttpResponseMessage Answer => answer;

    /// <summary>The next event with its data; the name of a comment is empty; <see langword="null"/> at the end.</summary>
    public async Task<(string Name, string Data)?> NextAsync()
    {
        _lines ??= new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), Encoding.UTF8);
        var (name, data) = ("", "");
        while (await _lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            switch (line)
            {
                case "":
                    return (name, data);
                case [':', ..]:
                    data = line[1..].Trim();
                    break;
                case var _ when line.StartsWith("event: ", StringComparison.Ordinal):
                    name = line["event: ".Length..];
                    break;
                case var _ when line.StartsWith("data: ", StringComparison.Ordinal):
                    data = line["data: ".Length..];
                    break;
            }
        }

        return null;
    }

    /// <summary>The data of the next event of a name; others are passed over.</summary>
    public async Task<string> NextAsync(string name)
    {
        while (await NextAsync() is { } next)
        {
            if (next.Name == name)
            {
                return next.Data;
            }
        }

        throw new InvalidOperationException($"The stream has ended without {name}.");
    }

    public void Dispose()
    {
        _lines?.Dispose();
        answer.Dispose();
    }
}
