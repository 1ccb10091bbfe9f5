using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>What a plugin has for itself: a logger and a directory.</summary>
internal sealed class OwnHooks(ILogger logger, IPluginStorage storage, TestLifecycle.SettingSeen seen)
{
    [Webhook("/own/log")]
    [Unverified("a test")]
    public Task<string> Log()
    {
        logger.LogWarning("said by the plugin");
        return Task.FromResult(seen.Value ?? "");
    }

    [Webhook("/own/file")]
    [Unverified("a test")]
    public async Task<string> Write(string name, IPluginStorage same)
    {
        var path = storage.PathOf("kept", name);
        await File.AppendAllTextAsync(path, "x");
        return Path.GetRelativePath(same.Directory, path);
    }
}
