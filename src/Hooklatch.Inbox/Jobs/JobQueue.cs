using Hooklatch.Bodies;
using Hooklatch.Inbox.Running;
using Hooklatch.Jobs;
using Hooklatch.Plugins;

namespace Hooklatch.Inbox.Jobs;

/// <summary>The jobs of one name in this host. A name that a method had before has a queue of its own.</summary>
/// <param name="plugin">What the plugin runs.</param>
/// <param name="scope">The plugin.</param>
/// <param name="name">The name that they are stored as.</param>
/// <param name="handler">The method that runs them.</param>
/// <param name="share">What a run's copies are charged to.</param>
/// <param name="run">Runs a job.</param>
/// <param name="runs">Counts what runs of all names of the method.</param>
internal sealed class JobQueue(
    PluginQueue plugin,
    PluginScope scope,
    string name,
    JobHandler handler,
    BodyBudget.Share share,
    JobRunner run,
    RunCount runs
) : WorkQueue(plugin, scope, name, handler.Concurrency > 0 ? handler.Concurrency : int.MaxValue, share, runs)
{
    public JobHandler Handler => handler;

    public override Task<InboxResult> RunAsync(InboxWork work, InboxItem item, RunEnding ending) => run.RunAsync(this, work, item, ending);
}
