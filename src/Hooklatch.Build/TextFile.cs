namespace Hooklatch.Build;

/// <summary>Files of the build.</summary>
internal static class TextFile
{
    /// <summary>Writes a file. One that says the same keeps its time, so that nothing that depends on it runs again.</summary>
    /// <returns>Whether it was new or different.</returns>
    public static bool WriteIfNew(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, text);
        return true;
    }
}
