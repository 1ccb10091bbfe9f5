using System.Security.Cryptography;
using System.Text;
using Hooklatch.Binding.Tests.Endpoints;

namespace Hooklatch.Binding.Tests.Http;

/// <summary>Our endpoints, on a host with a directory of its own for spooled bodies.</summary>
public sealed class HooklatchHost : IAsyncLifetime
{
    private const string SigningKey = "a key of the tests";
    private readonly DirectoryInfo _spool = Directory.CreateTempSubdirectory("hooklatch-binding-");
    private Server _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await Server.StartHooklatchAsync(
            "Production",
            (BindingConfig.Key, SigningKey),
            ("Hooklatch:SpoolDirectory", _spool.FullName),
            // So little that a body of 200 KB is spooled.
            ("Hooklatch:MemoryBudget", "2097152")
        );

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _spool.Delete(recursive: true);
    }

    internal Task<Answer> SendAsync(Request request) => _server.SendAsync(request);

    /// <inheritdoc cref="Server.WhenIdleAsync"/>
    internal Task WhenIdleAsync() => _server.WhenIdleAsync();

    internal static Request Sign(Request request) =>
        request.WithHeader(
            "X-Hub-Signature-256",
            $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SigningKey), request.Body ?? []))}"
        );

    /// <summary>No file is left in the directory, and no descriptor of this process leads there, deleted files included.</summary>
    internal void AssertNothingLeft()
    {
        Assert.Empty(_spool.GetFileSystemInfos());
        if (OperatingSystem.IsLinux())
        {
            Assert.DoesNotContain(Directory.GetFiles("/proc/self/fd"), LeadsToSpool);
        }
    }

    private bool LeadsToSpool(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget?.StartsWith(_spool.FullName, StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            return false; // closed in the meantime
        }
    }
}
