using Hooklatch.Console.Tests.Access;
using Hooklatch.Inbox;
using Hooklatch.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Hosting;

/// <summary>How a host comes by its console.</summary>
public sealed class MappingTests
{
    [Fact]
    public async Task A_host_without_plugins_shows_what_is_in_its_store()
    {
        await using var host = await ConsoleHost.StartAsync(configure: builder =>
        {
            builder.Services.AddSingleton<IInboxStore>(new InMemoryInboxStore());
            builder.Services.AddHooklatch(builder.Configuration).AddInbox();
        });

        var session = await ConsoleHost.SessionAsync(await host.GetAsync("/hooklatch/api/session", ConsoleHost.Reader));

        Assert.Equal(("memory", false), (session.Store, session.ServesPlugins));
        Assert.Empty(host.Log.Named("NothingMapped"));
    }

    [Fact]
    public async Task A_host_without_a_store_says_so()
    {
        await using var host = await ConsoleHost.StartAsync();

        var session = await ConsoleHost.SessionAsync(await host.GetAsync("/hooklatch/api/session", ConsoleHost.Reader));

        Assert.Null(session.Store);
    }

    [Fact]
    public async Task A_host_that_has_not_added_it_is_told_what_to_call()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestHost.StartAsync(
                new TestHostSetup
                {
                    Configure = builder => builder.Services.AddHooklatch(builder.Configuration),
                    Use = app => app.MapHooklatchConsole(),
                }
            )
        );

        Assert.Contains("AddHooklatch().AddConsole()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_pattern_is_mapped_once()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ConsoleHost.StartAsync(use: app =>
            {
                app.MapHooklatchConsole();
                app.MapHooklatchManagement("/Hooklatch/");
            })
        );

        Assert.Contains("already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_references_the_package_has_added_it()
    {
        var builder = WebApplication.CreateSlimBuilder();

        builder.AddHooklatch();

        Assert.Contains(builder.Services, service => service.ServiceType == typeof(Console.Access.Gate));
    }
}
