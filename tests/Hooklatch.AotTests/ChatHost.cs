using System.Runtime.InteropServices;

namespace Hooklatch.AotTests;

/// <summary>
/// A host of the packages, published to a native binary once: what it is sent goes on to a chat, and one of its plugin's routes cannot be built.
/// </summary>
public sealed class ChatHost(PackageFeed feed) : IDisposable
{
    private const string Program = """
        using Hooklatch;
        using Hooklatch.Sessions;
        using Microsoft.AspNetCore.Mvc;

        [assembly: Plugin("acme", "chats")]

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddHooklatch().AddChatSessions();
        var app = builder.Build();
        app.MapHooklatch();
        app.Run();

        internal sealed class Chats(IChatSessions chats)
        {
            [Webhook("/image", Methods = ["POST"]), Unverified("test")]
            public Task Image([FromQuery] string chat, IFormFile file, CancellationToken cancellation) =>
                chats.SendImageAsync(chat, ChatFile.From(file), cancellation);

            [Webhook("/file", Methods = ["POST"]), Unverified("test")]
            public Task File([FromQuery] string chat, IFormFile file, CancellationToken cancellation) =>
                chats.SendFileAsync(chat, ChatFile.From(file), cancellation);
        }

        internal static class Routes
        {
            [PluginRoutes]
            public static void Map(RouteGroupBuilder routes)
            {
                routes.MapGet("/before", () => "before");
                routes.MapGet("/broken", () => "broken").AddEndpointFilterFactory((_, _) => throw new InvalidOperationException("odd"));
                var nested = routes.MapGroup("/nested");
                nested.MapGet("/broken", () => "broken").AddEndpointFilterFactory((_, _) => throw new InvalidOperationException("odd"));
                nested.MapGet("/after", () => "after");
                routes.MapGet("/errors", (IPluginRegistry plugins) => string.Join('\n', plugins.Plugins[0].RouteErrors.Select(error => error.Message)));
            }
        }
        """;

    private readonly SemaphoreSlim _once = new(1);
    private Workshop? _workshop;

    public void Dispose()
    {
        _workshop?.Dispose();
        _once.Dispose();
    }

    /// <summary>Starts the binary on a free port, with these settings on its command line.</summary>
    internal async Task<RunningHost> StartAsync(params string[] settings)
    {
        Component.Require("clang", "gcc");
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _workshop ??= await PublishAsync();
        }
        finally
        {
            _once.Release();
        }

        return await RunningHost.StartAsync(_workshop.Folder.PathOf("published", "chats"), settings);
    }

    private async Task<Workshop> PublishAsync()
    {
        var workshop = await Workshop.OpenAsync(feed);
        try
        {
            workshop.WriteHost("chats", Workshop.Sessions, "<PublishAot>true</PublishAot>", Program);
            var output = await workshop.RunAsync(
                "chats",
                "publish",
                "-r",
                RuntimeInformation.RuntimeIdentifier,
                "-warnaserror",
                "-o",
                workshop.Folder.PathOf("published")
            );
            Assert.Empty(PublishedSamples.WarningsIn(output));
            return workshop;
        }
        catch
        {
            workshop.Dispose();
            throw;
        }
    }
}
