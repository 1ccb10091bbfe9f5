using System.Collections.Concurrent;
using Hooklatch.Tests.Plugin;
using Hooklatch.Tests.Verification.Schemes;
using Hooklatch.Verification;

namespace Hooklatch.Tests.Verification;

/// <summary>An endpoint of many tenants, each with secrets of its own.</summary>
internal sealed class TenantHooks(HandledDeliveries deliveries)
{
    [Webhook("/hooks/{tenant}", MaxBodySize = 1000)]
    [IdentifiedSignature(SecretSource = typeof(TenantSource))]
    public Task On(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}

/// <summary>Tenants whose secrets are written in hexadecimal digits.</summary>
internal static class EncodedTenantHooks
{
    [Webhook("/encoded/{tenant}")]
    [HexKeySignature(SecretSource = typeof(TenantSource))]
    public static Task On() => Task.CompletedTask;
}

/// <summary>Tenants with tokens.</summary>
internal static class TokenTenantHooks
{
    [Webhook("/tokens/{tenant}")]
    [SharedToken(Header = "Authorization", Prefix = "Bearer ", SecretSource = typeof(TenantSource))]
    public static Task On() => Task.CompletedTask;
}

/// <summary>Knows the tenants that a test says exist, as long as the scope that it was built in lasts.</summary>
internal sealed class TenantSource(Tenants tenants, TenantStore store) : ISecretSource
{
    public async ValueTask<IReadOnlyList<string>?> GetSecretsAsync(SecretRequest request, CancellationToken cancellation)
    {
        var tenant = (string)request.RouteValues["tenant"]!;
        using var asking = tenants.Ask(tenant);
        tenants.Block?.Wait(CancellationToken.None);
        if (tenants.Until(tenant) is { } until)
        {
            await (tenants.IsDeaf ? until : until.WaitAsync(cancellation));
        }

        return store.Find(tenant);
    }
}

/// <summary>A service of one scope, as a database's context is.</summary>
public sealed class TenantStore(Tenants tenants) : IDisposable
{
    private bool _isDisposed;

    public string[]? Find(string tenant)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return tenants.Error is { } error ? throw error : tenants.Secrets.GetValueOrDefault(tenant);
    }

    public void Dispose() => _isDisposed = true;
}

/// <summary>The tenants and their secrets, how often each was asked for, and how many at once.</summary>
public sealed class Tenants
{
    private readonly ConcurrentDictionary<string, int> _asked = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentDictionary<string, string[]> Secrets { get; } = new();

    /// <summary>What looking up a tenant throws, if anything.</summary>
    public Exception? Error { get; set; }

    /// <summary>Until when who asks for a tenant waits; none for nobody.</summary>
    public Func<string, Task?> Until { get; set; } = _ => null;

    /// <summary>Whether the source does not notice that nobody waits any more.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>What keeps the thread of whoever asks, if anything.</summary>
    public ManualResetEventSlim? Block { get; set; }

    /// <summary>How many were asked for in all.</summary>
    public int AskedInAll => _asked.Values.Sum();

    /// <summary>How many are being asked for.</summary>
    public int Running { get; private set; }

    /// <summary>The most that were asked for at once.</summary>
    public int MaxRunning { get; private set; }

    public int AskedFor(string tenant) => _asked.GetValueOrDefault(tenant);

    /// <summary>Completes once so many are being asked for.</summary>
    public Task UntilRunningAsync(int count) => UntilAsync(() => Running == count);

    /// <summary>Completes once so many were asked for in all, or more.</summary>
    public Task UntilAskedAsync(int count) => UntilAsync(() => AskedInAll >= count);

    public IDisposable Ask(string tenant)
    {
        Change(() =>
        {
            _asked.AddOrUpdate(tenant, 1, (_, count) => count + 1);
            MaxRunning = Math.Max(MaxRunning, ++Running);
        });
        return new Asking(this);
    }

    private async Task UntilAsync(Func<bool> isSo)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (isSo())
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change();
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }

    private sealed class Asking(Tenants tenants) : IDisposable
    {
        public void Dispose() => tenants.Change(() => tenants.Running--);
    }
}
