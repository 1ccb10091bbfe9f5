using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooklatch.Benchmarks.FromJson;

/// <summary>
/// The other side: types with nothing in them but the five values, and System.Text.Json's source generation for them. They have setters:
/// constructors with parameters would cost the serializer a list of arguments for each object.
/// </summary>
internal sealed class ValuesDto
{
    public string? Action { get; set; }

    public RepositoryDto? Repository { get; set; }

    public SenderDto? Sender { get; set; }

    public CommitDto[]? Commits { get; set; }

    public Values Take() => new(Action, Repository?.FullName, Sender?.Id, Sender?.Login, MessagesOf(Commits));

    private static string[] MessagesOf(CommitDto[]? commits)
    {
        if (commits is null or [])
        {
            return [];
        }

        var messages = new string[commits.Length];
        for (var i = 0; i < messages.Length; i++)
        {
            messages[i] = commits[i].Message;
        }

        return messages;
    }
}

internal sealed class RepositoryDto
{
    public string? FullName { get; set; }
}

internal sealed class SenderDto
{
    public long? Id { get; set; }

    public string? Login { get; set; }
}

internal sealed class CommitDto
{
    public string Message { get; set; } = "";
}

/// <summary>As fast as it gets: names match exactly, and the serializer repairs and rejects nothing.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ValuesDto))]
internal sealed partial class ValuesJson : JsonSerializerContext;

/// <summary>With what <c>[FromJson]</c> rejects as well: repeated names, and more than 64 levels.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, AllowDuplicateProperties = false, MaxDepth = 64)]
[JsonSerializable(typeof(ValuesDto))]
internal sealed partial class StrictValuesJson : JsonSerializerContext;
