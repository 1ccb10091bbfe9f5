using System.Text;
using Hooklatch.Inbox;
using Hooklatch.Json;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Endpoints;

/// <summary>Reads the value by which the deliveries of an endpoint keep their order.</summary>
/// <param name="path">Its path in the payload.</param>
internal sealed class OrderKey(string path)
{
    private readonly JsonShape _shape = new(path);

    /// <summary>
    /// The value, within the parameters of the endpoint: customer 1 of one shop does not wait for that of another. A long one is replaced by its hash, since it
    /// only has to tell keys apart.
    /// </summary>
    /// <returns><see langword="null"/> where the payload has no such value.</returns>
    public string? Of(ReadOnlyMemory<byte> payload, RouteValueDictionary parameters)
    {
        var values = JsonValues.Find(WithoutMark(payload), _shape);
        var text = values.Text(0);
        if (!values.End() || string.IsNullOrEmpty(text))
        {
            return null;
        }

        var key = parameters.Count == 0 ? text : string.Join('\0', [text, .. parameters.Values.Select(value => value as string)]);
        return OrderKeys.Bounded(key);
    }

    /// <summary>A byte order mark is no part of a document, here as for who binds it.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> payload) =>
        payload.Span.StartsWith(Encoding.UTF8.Preamble) ? payload[Encoding.UTF8.Preamble.Length..] : payload;
}
