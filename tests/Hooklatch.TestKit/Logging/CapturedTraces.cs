using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hooklatch.TestKit.Logging;

/// <summary>Everything that an exporter of traces would see of the requests that end while this is alive.</summary>
internal sealed class CapturedTraces : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public CapturedTraces()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The names, tags and events that hold a text.</summary>
    public IEnumerable<string> Mentions(string text) =>
        _ended.SelectMany(Texts).Where(shown => shown.Contains(text, StringComparison.Ordinal));

    public void Dispose() => _listener.Dispose();

    private static IEnumerable<string> Texts(Activity activity) =>
        [
            activity.DisplayName,
            .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. activity.Baggage.Select(item => $"{item.Key}={item.Value}"),
            .. activity.Events.SelectMany(happened => happened.Tags).Select(tag => $"{tag.Key}={tag.Value}"),
        ];
}
