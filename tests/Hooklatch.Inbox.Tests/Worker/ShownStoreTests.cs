using Hooklatch.Inbox.Running;
using Hooklatch.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>A host without plugins, which only shows what other hosts have stored.</summary>
public sealed class ShownStoreTests
{
    [Fact]
    public async Task It_drops_nothing_since_how_long_others_keep_what_is_theirs_it_does_not_know()
    {
        await using var host = await TestHost.StartAsync(
            new TestHostSetup
            {
                Configure = builder =>
                {
                    builder.Services.AddSingleton<IInboxStore>(new InMemoryInboxStore());
                    builder.Services.AddHooklatch(builder.Configuration).AddInbox();
                },
            }
        );
        await using var serving = await QueueHost.StartAsync();

        await SweeperOf(host.App).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.False(SweeperOf(serving.App).IsCompleted);
    }

    private static Task SweeperOf(WebApplication app) =>
        app.Services.GetServices<IHostedService>().OfType<InboxSweeper>().Single().ExecuteTask!;
}
