using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Snapshots;

/// <summary>How the author's class is built and its method is called.</summary>
public sealed class CallSnapshots
{
    [Fact]
    public void Several_methods_on_one_path_are_one_handler_each() =>
        Snapshot.Verify(
            Project
                .Plugin(
                    """
                    [Unverified("sample")]
                    internal static class ResourceHooks
                    {
                        [Webhook("/resource", Methods = ["GET", "HEAD"], Name = "Read the resource")]
                        public static Task<string> Get() => Task.FromResult("read");

                        [Webhook("/resource", Methods = ["POST"])]
                        internal static ValueTask Post() => default;
                    }
                    """
                )
                .Generate()
        );

    /// <summary>Each of them once, and no more in one method than the native compiler inlines.</summary>
    [Fact]
    public void More_handlers_than_one_method_builds() =>
        Snapshot.Verify(
            Project
                .Plugin(
                    $$"""
                    [Unverified("sample")]
                    internal static class Hooks
                    {
                        {{string.Concat(
                            Enumerable
                                .Range(100, 33)
                                .Select(number => $"""[Webhook("/{number}")] public static Task On{number}() => Task.CompletedTask; """)
                        )}}
                    }
                    """
                )
                .Generate(),
            only: "Manifest"
        );

    [Fact]
    public void A_constructor_gets_its_services() =>
        Snapshot.Verify(
            Project
                .Plugin(
                    """
                    using Microsoft.AspNetCore.Http;
                    using Microsoft.Extensions.DependencyInjection;
                    using Microsoft.Extensions.Logging;

                    public interface IClock;

                    public enum Region { Europe, America }

                    [Unverified("sample")]
                    public sealed class Hooks(
                        ILogger<Hooks> logger,
                        IClock? clock,
                        [FromKeyedServices("utc")] IClock utc,
                        [FromKeyedServices(Region.America)] IClock? local,
                        [FromKeyedServices(typeof(Hooks))] IClock own,
                        IServiceProvider services,
                        HttpContext http,
                        WebhookContext delivery,
                        IClock? fallback = null)
                    {
                        [Webhook("/hook")]
                        public Task On() => Task.FromResult((logger, clock, utc, local, own, services, http, delivery, fallback));
                    }
                    """
                )
                .Generate(),
            only: "Hooks_Handlers"
        );

    [Fact]
    public void A_method_gets_services_beside_its_parameters() =>
        Snapshot.Verify(
            Project
                .Plugin(
                    """
                    using Microsoft.AspNetCore.Mvc;
                    using Microsoft.Extensions.DependencyInjection;

                    public interface IClock;

                    public sealed class Mailer;

                    [PluginConfig]
                    public sealed class SampleConfig;

                    public sealed class Hooks(SampleConfig config)
                    {
                        [Webhook("/hook")]
                        [Unverified("sample")]
                        public Task On(SampleConfig again, IClock clock, IClock? maybe, [FromServices] Mailer mailer, [FromKeyedServices("utc")] IClock utc) =>
                            Task.FromResult((config, again, clock, maybe, mailer, utc));
                    }
                    """
                )
                .Generate(),
            only: "Hooks_Handlers"
        );

    [Fact]
    public void A_class_is_disposed_of_after_the_call() =>
        Snapshot.Verify(
            Project
                .Plugin(
                    """
                    [Unverified("sample")]
                    public sealed class FileHooks : IDisposable
                    {
                        [Webhook("/file")]
                        public Task On() => Task.CompletedTask;

                        public void Dispose() { }
                    }

                    [Unverified("sample")]
                    public sealed class SocketHooks : IAsyncDisposable
                    {
                        [Webhook("/socket")]
                        public Task On() => Task.CompletedTask;

                        public ValueTask DisposeAsync() => default;
                    }
                    """
                )
                .Generate()
        );
}
