namespace Hooklatch.Console.Tests.Plugin;

/// <summary>What runs at times.</summary>
internal sealed class ShopJobs(ShopCalls calls)
{
    [Recurring("0 3 * * *")]
    public Task OnNight() => calls.RunAsync("OnNight");
}
