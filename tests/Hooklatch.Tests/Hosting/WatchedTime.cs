using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Hosting;

/// <summary>The clock of a host, which tells a test that somebody began to wait for a certain time.</summary>
internal sealed class WatchedTime(TimeProvider clock, TimeSpan wait, Action onWait) : TimeProvider
{
    public static void Use(WebApplicationBuilder builder, TimeSpan wait, Action onWait)
    {
        var clock = builder.Services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance;
        builder.Services.AddSingleton<TimeProvider>(new WatchedTime((TimeProvider)clock!, wait, onWait));
    }

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime == wait)
        {
            onWait();
        }

        return timer;
    }
}
