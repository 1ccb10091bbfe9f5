using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0057: what nobody registers is said where that can be known, and nowhere else.</summary>
public class ServiceTests
{
    private const string Usings = """
        using System.Net.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Options;

        """;

    private const string Types = """

        public sealed class Book;
        internal sealed class Shelf;
        public interface IClock;
        internal sealed class Clock : IClock;
        internal interface IPager;
        public interface IRepository<T>;
        internal sealed class Repository<T> : IRepository<T>;
        public sealed class Order;
        """;

    private static string Asking(string parameter, string registrations = "") =>
        $$"""
            {{Usings}}
            public class Hooks({{parameter}})
            {
                [Webhook("/a"), Unverified("test")]
                public Task<string> On() => Task.FromResult($"{it}");

                [PluginServices]
                public static void Configure(IServiceCollection services, IConfiguration configuration) { {{registrations}} }
            }
            {{Types}}
            """;

    [Theory]
    [InlineData("Book {|HL0057:it|}", "Book", "services.AddScoped<Book>()")]
    [InlineData("IClock {|HL0057:it|}", "IClock", "services.AddScoped<IClock, Clock>()")]
    [InlineData("IRepository<Order> {|HL0057:it|}", "IRepository", "services.AddScoped<IRepository<Order>>(…)")]
    [InlineData("[FromKeyedServices(\"k\")] Book {|HL0057:it|}", "Book", "services.AddKeyedScoped<Book>(\"k\")")]
    public Task A_service_that_nothing_registers_is_reported(string parameter, string type, string call) =>
        Verify.Plugin(
            Asking(parameter),
            $"The parameter 'it' of 'Hooks' asks for the service '{type}', which nothing registers: call {call} in a [PluginServices] method, or let the parameter be null"
        );

    [Theory]
    [InlineData("services.AddSingleton<Book>();")]
    [InlineData("services.AddScoped(_ => new Book());")]
    [InlineData("services.AddSingleton(new Book());")]
    [InlineData("services.TryAddTransient<Book>();")]
    [InlineData("services.AddScoped(typeof(Book));")]
    [InlineData("services.AddSingleton<object, Clock>().AddScoped<Book>();")]
    [InlineData("services.Add(ServiceDescriptor.Scoped<Book, Book>());")]
    [InlineData("services.TryAddEnumerable(ServiceDescriptor.Scoped<Book, Book>());")]
    [InlineData("services.Add(new ServiceDescriptor(typeof(Book), typeof(Book), ServiceLifetime.Scoped));")]
    [InlineData("services.AddHttpClient<Book>();")]
    [InlineData("services.AddHttpClient(\"shop\").AddTypedClient<Book>();")]
    public Task A_registered_service_is_right(string registration) => Verify.Plugin(Asking("Book it", registration));

    [Theory]
    [InlineData("IClock it", "services.AddSingleton<IClock, Clock>();")]
    [InlineData("IRepository<Order> it", "services.AddSingleton(typeof(IRepository<>), typeof(Repository<>));")]
    [InlineData("IRepository<Order> it", "services.AddSingleton<IRepository<Order>, Repository<Order>>();")]
    [InlineData("[FromKeyedServices(\"k\")] Book it", "services.AddKeyedSingleton<Book>(\"k\");")]
    [InlineData("[FromKeyedServices(\"k\")] Book it", "services.AddKeyedSingleton<Book>(configuration[\"k\"]);")]
    [InlineData("[FromKeyedServices(1)] Book it", "services.Add(ServiceDescriptor.KeyedSingleton(typeof(Book), 1, typeof(Book)));")]
    [InlineData("[FromKeyedServices(\"k\")] Book it", "services.AddKeyedSingleton<Book>(KeyedService.AnyKey);")]
    public Task A_service_registered_by_what_it_is_asked_for_is_right(string parameter, string registration) =>
        Verify.Plugin(Asking(parameter, registration));

    [Theory]
    [InlineData("Clock {|HL0057:it|}", "services.AddSingleton<IClock, Clock>();")]
    [InlineData("IRepository<Order> {|HL0057:it|}", "services.AddSingleton<IRepository<Book>, Repository<Book>>();")]
    [InlineData("[FromKeyedServices(\"k\")] Book {|HL0057:it|}", "services.AddSingleton<Book>();")]
    [InlineData("[FromKeyedServices(\"k\")] Book {|HL0057:it|}", "services.AddKeyedSingleton<Book>(\"l\");")]
    [InlineData("Book {|HL0057:it|}", "services.AddKeyedSingleton<Book>(\"k\");")]
    [InlineData("Book {|HL0057:it|}", "services.AddSingleton<Shelf>();")]
    [InlineData("Book {|HL0057:it|}", "services.Configure<Book>(configuration); services.AddOptions<Book>();")]
    [InlineData("Book {|HL0057:it|}", "services.AddHttpClient(); services.AddLogging();")]
    public Task A_registration_for_something_else_does_not_help(string parameter, string registration) =>
        Verify.Plugin(
            Asking(parameter, registration).Replace("internal sealed class Clock", "public sealed class Clock", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Book? it")]
    [InlineData("Book it = null!")]
    [InlineData("IPluginStorage it")]
    [InlineData("ILogger it")]
    [InlineData("ILogger<Book> it")]
    [InlineData("IOptions<Book> it")]
    [InlineData("IEnumerable<Book> it")]
    [InlineData("IHttpClientFactory it")]
    [InlineData("TimeProvider it")]
    [InlineData("IServiceProvider it")]
    [InlineData("Hooklatch.Sessions.IChatSessions it")]
    public Task What_may_be_missing_or_is_somebody_elses_is_right(string parameter) => Verify.Plugin(Asking(parameter));

    [Theory]
    [InlineData("foreach (var type in typeof(Hooks).Assembly.GetTypes()) { services.AddScoped(type); }")]
    [InlineData(
        "foreach (var type in new[] { typeof(Book) }) { services.Add(new ServiceDescriptor(type, type, ServiceLifetime.Scoped)); }"
    )]
    [InlineData("services.Add(Made());\n static ServiceDescriptor Made() => ServiceDescriptor.Scoped<IClock, Clock>();")]
    [InlineData("new Registrar(services).Add<Book>();")]
    [InlineData("services.AddBoth<Book, Order>();")]
    public Task Where_more_may_be_registered_than_is_seen_nothing_is_said(string registration) =>
        Verify.Plugin(
            Asking("Book it", registration)
                + """

                internal sealed class Registrar(IServiceCollection services)
                {
                    public void Add<T>()
                        where T : class => services.AddScoped<T>();
                }

                internal static class Registrations
                {
                    public static void AddBoth<T, TOther>(this IServiceCollection services)
                        where T : class
                        where TOther : class => services.AddScoped<T>().AddScoped<TOther>();
                }
                """
        );

    [Fact]
    public async Task A_library_that_could_scan_silences_the_diagnostic()
    {
        var library = new PluginProject(
            "namespace Scanning; public static class Scanner { public static void Scan(this Microsoft.Extensions.DependencyInjection.IServiceCollection services) { } }"
        )
        {
            Name = "Scanning",
            IsPlugin = false,
        }.Build();
        var marked = Asking("Book it", "services.Scan();").Replace("using System.Net.Http;", "using Scanning;", StringComparison.Ordinal);

        await Verify.Project(new PluginProject(marked) { References = [library] }, marked);
    }

    [Fact]
    public Task An_interface_without_an_implementation_here_may_be_the_hosts() =>
        Verify.Plugin(Asking("IHosted it") + "public interface IHosted;");

    [Fact]
    public Task A_type_that_another_generator_names_may_be_registered_there() =>
        Verify.Project(
            new PluginProject(Asking("Book it"))
            {
                More = ["// <auto-generated/>\nfile static class Generated { public static Type Of => typeof(Book); }"],
            },
            Asking("Book it")
        );

    [Fact]
    public Task Lifecycles_exports_handlers_and_registered_classes_are_asked_too() =>
        Verify.Plugin(
            $$"""
            {{Usings}}
            internal sealed class Life(Shelf {|HL0057:shelf|}) : IPluginLifecycle { public Shelf Shelf => shelf; }

            public interface IOrders;

            [PluginExport]
            internal sealed class Orders(Clock {|HL0057:clock|}) : IOrders { public Clock Clock => clock; }

            internal sealed class Worker(Shelf {|HL0057:shelf|}, IClock fallback = null!) : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.FromResult((shelf, fallback));
            }

            internal sealed class Store([ServiceKey] string key, Shelf {|HL0057:shelf|}) { public object Parts => (key, shelf); }

            internal sealed class Choice { public Choice(Shelf shelf) { } public Choice() { } }

            internal sealed class Made(Shelf shelf) { public Shelf Shelf => shelf; }

            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task On(
                    [FromServices] Book {|HL0057:book|},
                    [FromKeyedServices("k")] Book {|HL0057:keyed|},
                    IClock {|HL0057:clock|},
                    IOrders orders,
                    Config config,
                    [Microsoft.AspNetCore.Http.AsParameters] More more
                ) => Task.CompletedTask;

                [PluginServices]
                public static void Configure(IServiceCollection services)
                {
                    services.AddHostedService<Worker>();
                    services.AddKeyedSingleton<Store>("k");
                    services.AddSingleton(typeof(Choice), typeof(Choice));
                    services.AddSingleton(_ => new Made(new Shelf()));
                }
            }

            public sealed record More([FromServices] Book {|HL0057:Other|}, [FromServices] Config Config);

            [PluginConfig]
            public sealed class Config;
            {{Types}}
            """.Replace("internal sealed class Clock", "public sealed class Clock", StringComparison.Ordinal)
        );
}
