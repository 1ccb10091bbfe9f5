using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Providers;

/// <summary>Sends what is to be rejected, and looks for any difference between the rejections that a sender or a reader of the log could see.</summary>
internal sealed class RejectedAlike(WebhookHost host)
{
    private readonly List<(string Name, string Seen)> _all = [];

    public async Task SendAsync(string name, HttpRequestMessage request)
    {
        host.Log.Forget();
        host.Ends.All.Clear();
        using var response = await host.SendAsync(request);
        var answer = await response.WholeAsync();
        // The log of deliveries leaves out what repeats itself, so that its source is compared.
        var logged = host.Log.Entries.Where(entry =>
            entry.Category.StartsWith("Hooklatch", StringComparison.Ordinal)
            && !entry.Category.EndsWith("DeliveryLog", StringComparison.Ordinal)
        );
        var end = Assert.Single(host.Ends.All);
        var told = $"{end.Outcome} {end.Reason} {end.NeedsOperator} {end.Error}: {end.Status} {end.Detail}";
        _all.Add((name, $"{answer}{string.Concat(logged.Select(entry => entry.Message + '\n'))}{told}"));
    }

    /// <summary>Those that were not rejected as the first was.</summary>
    public IEnumerable<string> Different => _all.Where(one => one.Seen != _all[0].Seen).Select(one => $"{one.Name}: {one.Seen}");

    public void Check(int status, string detail)
    {
        Assert.StartsWith($"{status} ", _all[0].Seen, StringComparison.Ordinal);
        Assert.EndsWith($": {status} {detail}", _all[0].Seen, StringComparison.Ordinal);
        Assert.Empty(Different);
        Assert.Empty(host.Deliveries.Handled);
    }
}
