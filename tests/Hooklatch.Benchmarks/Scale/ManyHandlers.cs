using System.Globalization;

namespace Hooklatch.Benchmarks.Scale;

/// <summary>Sources with as many handlers as are asked for: as a plugin, as a minimal API, and as bare endpoints.</summary>
internal static class ManyHandlers
{
    /// <summary>What stands in each body and changes with a keystroke.</summary>
    public const string InBody = "/* 0 */";

    /// <summary>What stands among each handler's parameters and changes with a keystroke.</summary>
    public const string InDeclaration = "/* 1 */";

    private const int PerFile = 10;

    private static readonly string[] Types = ["string", "int", "long", "bool", "System.Guid", "decimal", "System.DateTimeOffset", "double"];

    /// <summary>A plugin with signed webhooks.</summary>
    /// <param name="count">How many.</param>
    /// <param name="differ">Whether each has names, types and paths of its own; else all have the same.</param>
    public static IReadOnlyList<string> Plugin(int count, bool differ = false) =>
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
                                [FromHeader(Name = "X-GitHub-Event{{Own(i, differ)}}")] {{Type(
                            i,
                            1,
                            "string",
                            differ
                        )}} name, {{InDeclaration}}
                                [FromQuery] {{Type(i, 8, "int", differ)}} page,
                                [FromJson("repository.full_name{{Own(i, differ)}}")] {{Type(i, 64, "string", differ)}} repository,
                                [FromJson("commits[*].message{{Own(i, differ)}}")] {{Type(i, 1, "string", differ)}}[] messages)
                            {
                                {{InBody}}
                                return Task.FromResult($"{name} {page} {repository} {messages.Length}");
                            }
                        """
            ),
        ];

    /// <summary>The same number of endpoints for RequestDelegateGenerator, each with as many parameters.</summary>
    public static IReadOnlyList<string> MinimalApi(int count, bool differ = false) =>
        [
            .. differ ? Payloads(count) : ["internal sealed record Delivery(string Repository, string[] Messages);"],
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
                                    [FromHeader(Name = "X-GitHub-Event{{Own(i, differ)}}")] {{Type(
                            i,
                            1,
                            "string",
                            differ
                        )}} name, {{InDeclaration}}
                                    [FromQuery] {{Type(i, 8, "int", differ)}} page,
                                    [FromBody] Delivery{{Own(i, differ)}} delivery) =>
                                {
                                    {{InBody}}
                                    return $"{name} {page} {delivery.Repository} {delivery.{{(
                            differ ? "Commits" : "Messages"
                        )}}.Length} {{i}}";
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

    /// <summary>A type for each body, and one serializer context for all of them.</summary>
    private static IEnumerable<string> Payloads(int count) =>
        [
            string.Concat(
                Enumerable
                    .Range(0, count)
                    .Select(i =>
                        $"""
                            internal sealed record Delivery{i}(Repository{i} Repository, Commit{i}[] Commits);
                            internal sealed record Repository{i}({Type(i, 64, "string", differ: true)} FullName);
                            internal sealed record Commit{i}({Type(i, 1, "string", differ: true)} Message);

                            """
                    )
            ),
            $"""
                {string.Concat(
                    Enumerable.Range(0, count).Select(i => $"[System.Text.Json.Serialization.JsonSerializable(typeof(Delivery{i}))]\n")
                )}
                internal sealed partial class Json : System.Text.Json.Serialization.JsonSerializerContext;
                """,
        ];

    private static string Own(int i, bool differ) => differ ? i.ToString(CultureInfo.InvariantCulture) : "";

    private static string Type(int i, int step, string same, bool differ) => differ ? Types[i / step % Types.Length] : same;

    private static IEnumerable<string> InFiles(int count, Func<int, string, string> file, Func<int, string> handler) =>
        Enumerable.Range(0, count).Chunk(PerFile).Select((numbers, i) => file(i, string.Join("\n\n", numbers.Select(handler))));
}
