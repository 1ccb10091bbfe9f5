using System.IO.Pipelines;
using static Hooklatch.Binding.Tests.Endpoints.KeepEndpoints;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Handlers that keep what arrives while they run.</summary>
[Unverified("tests of what is kept")]
internal static class KeepUploadEndpoints
{
    [Webhook("/keep/arriving-stream")]
    public static Task Stream(Stream body, string note) => Keep(note, () => Read(body));

    [Webhook("/keep/arriving-pipe")]
    public static Task Pipe(PipeReader body, string note) => Keep(note, () => Read(body));

    /// <summary>Begins to read and does not wait for it.</summary>
    [Webhook("/keep/reading-stream")]
    public static async Task Reading(Stream body, string note)
    {
        await body.ReadExactlyAsync(new byte[2]);
        var reading = Read(body);
        await Keep(note, async () => "{\"" + await reading);
    }

    [Webhook("/keep/part")]
    public static async Task Part(IAsyncEnumerable<UploadedPart> parts, string note)
    {
        var enumerator = parts.GetAsyncEnumerator();
        await enumerator.MoveNextAsync();
        var content = enumerator.Current.Body;
        await Keep(note, () => Read(content));
    }

    [Webhook("/keep/parts")]
    public static Task Parts(IAsyncEnumerable<UploadedPart> parts, string note) =>
        Keep(
            note,
            async () =>
            {
                await foreach (var part in parts)
                {
                    return await Read(part.Body);
                }

                return "";
            }
        );
}
