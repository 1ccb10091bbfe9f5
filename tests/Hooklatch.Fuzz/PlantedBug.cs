using Hooklatch.Bodies.Forms;

namespace Hooklatch.Fuzz;

/// <summary>What <c>./run</c> has to find before its silence means anything: forms of three fields are an error, and it starts from one.</summary>
internal static class PlantedBug
{
    public const string Name = "planted";

    public static void Check(Stream input)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        if (FormReader.Read(bytes.ToArray(), "application/x-www-form-urlencoded").Form is { Count: 3 })
        {
            throw new InvalidOperationException("Found.");
        }
    }
}
