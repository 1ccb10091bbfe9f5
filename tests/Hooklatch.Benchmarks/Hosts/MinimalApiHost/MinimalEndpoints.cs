using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Benchmarks.Hosts;

/// <summary>The endpoints as a minimal API, bound by the code that RequestDelegateGenerator writes.</summary>
internal static class MinimalEndpoints
{
    public static void MapMinimal(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(
            "/push",
            ([FromHeader(Name = "X-GitHub-Event")] string @event, [FromBody] Push push) =>
                $"{@event}: {push.Pusher.Name} pushed {push.Commits.Length} commit(s) to {push.Repository.FullName}"
        );
        endpoints
            .MapPost(
                "/upload",
                async (IFormFile file, CancellationToken cancellation) =>
                {
                    await using var content = file.OpenReadStream();
                    await content.CopyToAsync(Stream.Null, cancellation);
                    return $"{file.Length}";
                }
            )
            .DisableAntiforgery();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Push))]
internal sealed partial class MinimalJson : JsonSerializerContext;
