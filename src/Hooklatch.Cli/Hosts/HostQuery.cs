using System.Globalization;
using System.Text;

namespace Hooklatch.Cli.Hosts;

/// <summary>A path of the API with its parameters.</summary>
/// <param name="path">The path.</param>
internal sealed class HostQuery(string path)
{
    private readonly StringBuilder _text = new(path);
    private bool _hasQuery;

    /// <summary>Adds a parameter; nothing where there is no value.</summary>
    public HostQuery With(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_hasQuery ? '&' : '?').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _hasQuery = true;
        }

        return this;
    }

    /// <inheritdoc cref="With(string, string?)"/>
    public HostQuery With(string name, long? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="With(string, string?)"/>
    public HostQuery With(string name, DateTimeOffset? value) =>
        With(name, value?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
