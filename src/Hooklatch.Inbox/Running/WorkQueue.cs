using Hooklatch.Bodies;
using Hooklatch.Plugins;

namespace Hooklatch.Inbox.Running;

/// <summary>What this host runs of one name in the inbox: a path of webhooks, or a kind of jobs.</summary>
/// <param name="plugin">What its plugin runs in this host.</param>
/// <param name="scope">Its plugin.</param>
/// <param name="endpoint">The name in the inbox.</param>
/// <param name="max">How many may run at once; <see cref="int.MaxValue"/> where the plugin's limit is the only one.</param>
/// <param name="share">What a run's copies of its body are charged to.</param>
/// <param name="runs">Counts what runs, where several names share a limit.</param>
internal abstract class WorkQueue(
    PluginQueue plugin,
    PluginScope scope,
    string endpoint,
    int max,
    BodyBudget.Share share,
    RunCount? runs = null
)
{
    private readonly RunCount _runs = runs ?? new();

    public PluginQueue Plugin => plugin;

    public string PluginKey => scope.Key;

    public string Endpoint => endpoint;

    public BodyBudget.Share Share => share;

    /// <summary>How many may run at once.</summary>
    public int Max => max;

    /// <summary>How many run. Guarded by the lock of <see cref="Slots"/>, as everything below is.</summary>
    public int Running
    {
        get => _runs.Value;
        set => _runs.Value = value;
    }

    /// <summary>Whether a person holds the work.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Whether the store may hold work that is ready and older than what comes in now.</summary>
    public bool MayHaveBacklog { get; set; }

    /// <summary>How often something was stored, or made ready, that did not begin at once.</summary>
    public long Stored { get; set; }

    /// <summary>Whether the host runs the work now.</summary>
    public bool IsServed => scope.IsServed && !IsPaused && !plugin.IsPaused;

    /// <summary>How many more may run.</summary>
    public int Free => Math.Min(Max - Running, plugin.Max - plugin.Running);

    /// <summary>Runs one of it once and says how that ended. Nothing that a handler does gets past it.</summary>
    /// <param name="work">The claim.</param>
    /// <param name="item">What is kept of it.</param>
    /// <param name="ending">Tells the handler when it has to end.</param>
    public abstract Task<InboxResult> RunAsync(InboxWork work, InboxItem item, RunEnding ending);
}
