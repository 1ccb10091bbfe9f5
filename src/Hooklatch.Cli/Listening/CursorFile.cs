using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Storage;

namespace Hooklatch.Cli.Listening;

/// <summary>Where a reader of a host's deliveries has come to, in a file that is there whole or not at all.</summary>
/// <param name="path">The file.</param>
internal sealed class CursorFile(string path)
{
    /// <summary>The file of a host and what is read of it.</summary>
    public static CursorFile Of(string folder, params string?[] what)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', what))))[..16];
        return new CursorFile(Path.Combine(folder, $"listen-{name}.cursor"));
    }

    /// <summary>The id of the last delivery that was taken on; <see langword="null"/> where nothing was yet.</summary>
    /// <exception cref="ToolException">The file holds something else.</exception>
    public long? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var text = File.ReadAllText(path).Trim();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ToolException("cursor", $"{path} holds no cursor: delete it, or say --after.");
    }

    /// <summary>Writes it beside and moves it into place, so that a loss of power leaves the old one or the new one.</summary>
    public void Write(long id)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var aside = path + ".new";
        using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(Encoding.ASCII.GetBytes(id.ToString(CultureInfo.InvariantCulture) + "\n"));
            DiskFlush.File(stream.SafeFileHandle, aside);
        }

        File.Move(aside, path, overwrite: true);
        DiskFlush.Directory(folder);
    }
}
