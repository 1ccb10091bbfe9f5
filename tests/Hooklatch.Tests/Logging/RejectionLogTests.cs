using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Logging;

/// <summary>A rejected delivery leaves one line that an operator can search for.</summary>
public sealed class RejectionLogTests
{
    [Theory]
    [InlineData("/github", 400, "Missing signature: X-Hub-Signature-256 is missing")]
    [InlineData("/token/header", 400, "Missing token: X-Token is missing")]
    [InlineData("/json/typed", 400, "Invalid JSON payload")]
    [InlineData("/binding/header", 400, "Missing or malformed: X-Text, X-Number, X-Day")]
    public async Task Each_rejection_is_one_structured_line(string endpoint, int status, string reason)
    {
        await using var host = await WebhookHost.StartAsync();

        await host.PostAsync(endpoint, "{").IsAsync(status);

        var entry = Assert.Single(host.Log.Entries, IsWarning);
        Assert.Equal(("DeliveryRejected", LogLevel.Warning), (entry.Event, entry.Level));
        Assert.Equal(("tests.runtime", endpoint), (entry.Fields["Plugin"], entry.Fields["Endpoint"]));
        Assert.Equal((status, reason), (entry.Fields["Status"], entry.Fields["Reason"]));
        Assert.Equal($"A delivery to tests.runtime{endpoint} was rejected: {status} {reason}", entry.Message);
    }

    [Fact]
    public async Task An_accepted_delivery_is_no_warning()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.PostSignedAsync("{}").IsAsync(200);
        Assert.DoesNotContain(host.Log.Entries, IsWarning);
    }

    /// <summary>Of a request: what is not configured is said when the host starts.</summary>
    private static bool IsWarning(LogEntry entry) =>
        entry.Level >= LogLevel.Warning && entry.Event is not ("MissingSecret" or "SecretUnreadable");
}
