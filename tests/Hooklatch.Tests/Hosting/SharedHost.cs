namespace Hooklatch.Tests.Hosting;

/// <summary>One host for a class of tests that do not change it.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private WebhookHost? _host;

    internal WebhookHost Fresh
    {
        get
        {
            _host!.Deliveries.Forget();
            return _host;
        }
    }

    public async ValueTask InitializeAsync() => _host = await WebhookHost.StartAsync();

    public ValueTask DisposeAsync() => _host!.DisposeAsync();
}
