namespace Hooklatch.TestKit.Processes;

/// <summary>Test modules run as processes side by side: what may happen only once at a time holds a locked file.</summary>
internal static class CrossProcessLock
{
    public static async Task<IDisposable> TakeAsync(string name, CancellationToken cancellationToken)
    {
        var path = Repository.PathOf("artifacts", name + ".lock");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}
