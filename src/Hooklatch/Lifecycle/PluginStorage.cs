using System.Buffers;
using Hooklatch.Storage;

namespace Hooklatch.Lifecycle;

/// <summary>A plugin's directory.</summary>
internal sealed class PluginStorage(string directory) : IPluginStorage
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The longest name that every common file system takes, in bytes.</summary>
    private const int MaxNameLength = 255;

    /// <summary>Separators of any system, Windows' streams and wildcards.</summary>
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>Devices of Windows, whatever stands behind a dot.</summary>
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    public string Directory => Create(directory);

    public string PathOf(params ReadOnlySpan<string> names)
    {
        if (names.IsEmpty)
        {
            throw new ArgumentException("A path in the plugin's directory needs a name.", nameof(names));
        }

        foreach (var name in names)
        {
            if (!IsSafe(name))
            {
                // The name is not repeated: it may be a sender's, and anything.
                throw new ArgumentException("A name in the plugin's directory is one that is not safe on every system.", nameof(names));
            }
        }

        var path = Path.Combine([directory, .. names]);
        Create(Path.GetDirectoryName(path)!);
        return path;
    }

    private static bool IsSafe(string name) =>
        name.Length > 0
        && System.Text.Encoding.UTF8.GetByteCount(name) <= MaxNameLength
        && !name.AsSpan().ContainsAny(Unsafe)
        && !name.Any(char.IsControl)
        // Also what is nothing but dots.
        && name[^1] is not ('.' or ' ')
        && name[0] is not ' '
        && !IsDevice(name.Split('.')[0].TrimEnd());

    private static bool IsDevice(string stem) =>
        Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
        || (
            stem.Length == 4
            && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase))
            && (char.IsDigit(stem[3]) || stem[3] is '¹' or '²' or '³')
        );

    private static string Create(string path)
    {
        try
        {
            return OperatingSystem.IsWindows()
                ? System.IO.Directory.CreateDirectory(path).FullName
                : System.IO.Directory.CreateDirectory(path, OwnerOnly).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var cause = DirectoryProbe.CauseOf(DirectoryProbe.NearestExisting(path), error);
            throw new IOException(
                $"The plugin's directory '{path}' below {HooklatchOptions.Section}:{nameof(HooklatchOptions.DataDirectory)} could not be created: {cause}",
                error
            );
        }
    }
}
