namespace Hooklatch.Analyzers.Tests.Mutations;

/// <summary>A plugin with one of each kind of declaration.</summary>
internal static class SampleDeclarations
{
    public const string Source = """
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;

        [assembly: Plugin("acme", "shop", Name = "Shop", Description = "Sells.")]

        namespace Shop;

        [PluginConfig]
        public sealed class ShopConfig
        {
            /// <summary>The secret.</summary>
            [Secret] public string? Key { get; init; }
            [Secret] public required string[] Keys { get; init; }
            [Range(1, 9)] public int Limit { get; init; } = 3;
            public TimeSpan? Patience { get; set; }
            public Uri Home { get; init; } = new("https://example.test");
            public DayOfWeek Day { get; init; } = DayOfWeek.Friday;
            public List<Line> Lines { get; init; } = [];
            public Dictionary<string, Tenant> Tenants { get; init; } = [];
        }

        public sealed class Line
        {
            public required string Text { get; init; }
            public int[] Numbers { get; init; } = [];
        }

        public sealed partial record Tenant
        {
            [Secret] public string? Token { get; init; }
            [StringLength(5)] public string? Name { get; init; }
        }

        public sealed record Order([property: Range(1, 9)] int Count, string? Note);

        public enum Color { Red, Green }

        [JsonSerializable(typeof(Order))]
        [JsonSerializable(typeof(List<Order>))]
        internal sealed partial class ShopJson : JsonSerializerContext;

        [AttributeUsage(AttributeTargets.Method)]
        public sealed class NoteAttribute(string text, int number = 1) : Attribute
        {
            public string Text => text;
            public int Number => number;
        }

        public interface IShop
        {
            int Count { get; }
        }

        [PluginExport(typeof(IShop))]
        internal sealed class ShopExport(ShopConfig config) : IShop
        {
            public int Count => config.Limit;
        }

        internal sealed class ShopLifecycle(IPluginConfig<ShopConfig> config, ILogger logger, IPluginStorage storage) : IPluginLifecycle
        {
            public Task EnabledAsync(CancellationToken cancellationToken) => Task.FromResult($"{config}{logger}{storage}");

            [PluginServices]
            public static void Configure(IServiceCollection services, IConfiguration configuration) => services.AddValidation();

            [PluginRoutes]
            internal static void Map(RouteGroupBuilder routes) => routes.MapGet("/orders/{id}", (int id) => id);
        }

        public sealed class Orders(ShopConfig config, IShop? shop, [FromKeyedServices("a")] IShop keyed) : IAsyncDisposable
        {
            [Note("a", 2)]
            [Authorize("policy", Roles = "admin")]
            [Webhook("/orders/{tenant}", Methods = ["POST"], Name = "Orders", MaxBodySize = 1000)]
            [GitHubSignature(Secret = nameof(ShopConfig.Key))]
            public async Task<(Order, int)> Receive(
                [FromRoute] string tenant,
                [FromHeader(Name = "X-Event")] string @event,
                [FromQuery, Range(1, 9)] int? page,
                [FromBody] Order order,
                WebhookContext context,
                Color color = Color.Green,
                CancellationToken ct = default)
            {
                await Task.Yield();
                return (order with { Note = $"{config}{shop}{keyed}{tenant}{@event}{page}{context}{color}{ct}" }, 201);
            }

            [Webhook("/json")]
            [SharedToken(Header = "X-Token", Secret = nameof(ShopConfig.Keys))]
            public Task<string?> Json(
                [FromJson("a.b[0]|c")] string text,
                [FromJson("d[*].e")] Color[]? colors,
                [FromJson("f")] int? number) => Task.FromResult<string?>($"{text}{colors}{number}");

            [Webhook("/form")]
            [FormLimits(MaxFields = 3)]
            [Unverified("sample")]
            public static Task<IResult> Form(
                [MaxSize("5MB"), ContentType("text/*")] IFormFile file,
                [FromForm, StringLength(9)] string name,
                [FromForm] Line line) => Task.FromResult(Results.Ok($"{file}{name}{line}"));

            [Webhook("/list", Methods = ["GET"])]
            [Unverified("sample")]
            public static ValueTask<List<Order>> List([AsParameters] Search search) => ValueTask.FromResult<List<Order>>([new(1, $"{search}")]);

            public ValueTask DisposeAsync() => default;
        }

        public sealed record Search([FromQuery] string Text, [FromHeader] int? Page)
        {
            public Color[] Colors { get; init; } = [];
        }
        """;
}
