using System.Text.Json;

namespace Hooklatch.TestKit.Vectors;

/// <summary>
/// The checked-in deliveries: those of <c>Vectors</c> are published by somebody else and name their source, those of <c>Vectors/Made</c> were
/// made by <c>Vectors/make.py</c>.
/// </summary>
internal static class VectorFiles
{
    private static readonly string Folder = Repository.PathOf("tests", "Hooklatch.Providers.Tests", "Vectors");

    public static IReadOnlyList<Vector> Published { get; } = Read(Folder);

    public static IReadOnlyList<Vector> Made { get; } = Read(Path.Combine(Folder, "Made"));

    /// <summary>All of them, the published ones first.</summary>
    public static IReadOnlyList<Vector> All { get; } = [.. Published, .. Made];

    /// <summary>
    /// Those that somebody could send. Feishu publishes an encrypted body without a signature, which is for the cipher's own tests.
    /// </summary>
    public static IReadOnlyList<Vector> Deliveries { get; } = [.. Published.Where(vector => vector.Provider != "feishu"), .. Made];

    private static Vector[] Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    private static Vector[] ReadFile(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. json.RootElement.EnumerateArray().Select((one, i) => Vector.Parse(Path.GetFileNameWithoutExtension(path), i, one))];
    }
}
