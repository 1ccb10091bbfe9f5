namespace Hooklatch.Benchmarks.Scale;

/// <summary>Sources with as many handlers as are asked for: as a plugin, as a minimal API, and as bare endpoints.</summary>
internal static class ManyHandlers
{
    /// <summary>What stands in each body and changes with a keystroke.</summary>
    public const string InBody = "/* 0 */";

    /// <summary>What stands among each handler's parameters and changes with a keystroke.</summary>
    public const string InDeclaration = "/* 1 */";

    private const int PerFile = 10;

    /// <summary>A plugin with signed webhooks.</summary>
    public static IReadOnlyList<string> Plugin(int count) =>
        [
            """
                [assembly: Hooklatch.Plugin("bench", "many")]

                [Hooklatch.PluginConfig]
                internal sealed class Config
                {
                    [Hooklatch.Secret]
                    public string? Secret { get; init; }
                }
                """,
            .. InFiles(
                count,
                (file, handlers) =>
                    $$"""
                        using System.Threading.Tasks;
                        using Hooklatch;
                        using Hooklatch.Providers;
                        using Microsoft.AspNetCore.Mvc;

                        internal static class Hooks{{file}}
                        {
                        {{handlers}}
                        }
                        """,
                i =>
                    $$"""
                            [Webhook("/hook{{i}}", Methods = ["POST"])]
                            [GitHubSignature(Secret = nameof(Config.Secret))]
                            public static Task<string> On{{i}}(
                                [FromHeader(Name = "X-GitHub-Event")] string name, {{InDeclaration}}
                                [FromQuery] int page,
                                [FromJson("repository.full_name")] string repository,
                                [FromJson("commits[*].message")] string[] messages)
                            {
                                {{InBody}}
                                return Task.FromResult($"{name} {page} {repository} {messages.Length}");
                            }
                        """
            ),
        ];

    /// <summary>The same number of endpoints for RequestDelegateGenerator, each with as many parameters.</summary>
    public static IReadOnlyList<string> MinimalApi(int count) =>
        [
            "internal sealed record Delivery(string Repository, string[] Messages);",
            .. InFiles(
                count,
                (file, handlers) =>
                    $$"""
                        using Microsoft.AspNetCore.Builder;
                        using Microsoft.AspNetCore.Mvc;
                        using Microsoft.AspNetCore.Routing;

                        internal static class Endpoints{{file}}
                        {
                            public static void Map(IEndpointRouteBuilder app)
                            {
                        {{handlers}}
                            }
                        }
                        """,
                i =>
                    $$"""
                                app.MapPost("/hook{{i}}", (
                                    [FromHeader(Name = "X-GitHub-Event")] string name, {{InDeclaration}}
                                    [FromQuery] int page,
                                    [FromBody] Delivery delivery) =>
                                {
                                    {{InBody}}
                                    return $"{name} {page} {delivery.Repository} {delivery.Messages.Length} {{i}}";
                                });
                        """
            ),
        ];

    /// <summary>A host of so many bare endpoints, which is what routing itself costs.</summary>
    public static string BareHost(int count) =>
        $$"""
            var builder = WebApplication.CreateSlimBuilder(args);
            builder.Logging.ClearProviders();
            var app = builder.Build();
            RequestDelegate answer = http => Task.CompletedTask;
            {{string.Join("\n", Enumerable.Range(0, count).Select(i => $"app.MapMethods(\"/hook{i}\", [\"POST\"], answer);"))}}
            app.Run();
            """;

    private static IEnumerable<string> InFiles(int count, Func<int, string, string> file, Func<int, string> handler) =>
        Enumerable.Range(0, count).Chunk(PerFile).Select((numbers, i) => file(i, string.Join("\n\n", numbers.Select(handler))));
}
