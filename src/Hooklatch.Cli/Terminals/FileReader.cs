namespace Hooklatch.Cli.Terminals;

/// <summary>Reads what a person names: a file, or what is piped in.</summary>
/// <param name="here">What is around the tool.</param>
internal sealed class FileReader(Surroundings here)
{
    /// <summary>More is read of nothing.</summary>
    public const int MaxLength = 256 << 20;

    /// <summary>Reads a file whole.</summary>
    /// <param name="file">The file; <c>-</c> for what is piped in.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ToolException">There is none, or it is too long.</exception>
    public async Task<byte[]> ReadAsync(string file, CancellationToken cancellation)
    {
        if (file == "-")
        {
            return await ReadAsync(here.Terminal.In, "The input", cancellation);
        }

        if (!File.Exists(file))
        {
            throw new ToolException("file_missing", $"There is no file {file}.", ExitCode.Usage);
        }

        await using var stream = File.OpenRead(file);
        return await ReadAsync(stream, file, cancellation);
    }

    private static async Task<byte[]> ReadAsync(Stream stream, string name, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(chunk, cancellation)) > 0)
        {
            buffer.Write(chunk, 0, count);
            if (buffer.Length > MaxLength)
            {
                throw new ToolException("too_long", $"{name} is longer than {MaxLength >> 20} MiB.");
            }
        }

        return buffer.ToArray();
    }
}
