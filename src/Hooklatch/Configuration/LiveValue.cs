using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Configuration;

/// <summary>A value that is read from the configuration again after each change of it.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="read">Reads the value.</param>
internal sealed class LiveValue<T>(IConfiguration configuration, Func<T> read)
    where T : class
{
    private volatile Snapshot? _current;

    public T Current => (_current is { } current && !current.Token.HasChanged ? current : Refresh()).Value;

    private Snapshot Refresh()
    {
        // The token is taken first: a change in between makes this snapshot out of date, never wrongly current.
        var token = configuration.GetReloadToken();
        return _current = new Snapshot(token, read());
    }

    private sealed record Snapshot(IChangeToken Token, T Value);
}
