using Hooklatch.Console.Access;
using Hooklatch.Console.Answers;
using Hooklatch.Console.Deliveries;
using Hooklatch.Endpoints;
using Hooklatch.Inbox;
using Hooklatch.Management;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Console.Api;

/// <summary>Deliveries with their exact bytes, oldest first, for a tool that sends them on.</summary>
internal static class FeedApi
{
    private const int MaxSize = 100;

    /// <summary>How many bytes of bodies a page has; one that is larger is a page by itself.</summary>
    private const long MaxBytes = 8 << 20;

    public static void Map(IEndpointRouteBuilder api) => StoreCall.Map(api, "GET", "/feed", ConsoleRole.Bodies, ReadAsync);

    private static async Task<IResult> ReadAsync(HttpContext http)
    {
        var query = new QueryText(http.Request.Query);
        query.AllowOnly("after", "plugin", "endpoint", "size");
        var filter = FilterReader.Check(
            new DeliveryFilter
            {
                Plugin = query.Text("plugin"),
                Endpoint = query.Text("endpoint"),
                Jobs = false,
            }
        );
        var (after, size) = (query.Id("after") ?? 0, query.Size("size", MaxSize, MaxSize));
        if (http.Inbox() is not { } inbox)
        {
            return StoreCall.Json(new FeedPage { IsAtEnd = true }, ManagementJson.Default.FeedPage);
        }

        var target = filter.Plugin is { } plugin ? plugin + filter.Endpoint : "all deliveries";
        await http.RequestServices.GetRequiredService<FeedAudit>().NoteAsync(http.Caller(), target, http.RequestAborted);
        return StoreCall.Json(await PageAsync(inbox, filter, after, size, http.RequestAborted), ManagementJson.Default.FeedPage);
    }

    private static async ValueTask<FeedPage> PageAsync(
        IInboxOperations inbox,
        DeliveryFilter filter,
        long after,
        int size,
        CancellationToken cancellation
    )
    {
        var page = await new DeliverySearch(inbox).AfterAsync(filter, after, size, cancellation);
        var items = new List<FeedItem>(page.Deliveries.Count);
        var (bytes, last) = (0L, default(long?));
        foreach (var row in page.Deliveries)
        {
            if (items.Count > 0 && bytes + row.BodyLength > MaxBytes)
            {
                return new FeedPage { Items = items, Next = last };
            }

            last = row.Id;
            if (await TryReadAsync(inbox, row.Id, cancellation) is { } item)
            {
                items.Add(item);
                bytes += row.BodyLength;
            }
        }

        // A page without an item may still have looked at some.
        return new FeedPage
        {
            Items = items,
            Next = page.Next,
            IsAtEnd = page.Next is null,
        };
    }

    /// <summary>What is damaged, sealed or gone is passed over, so that one delivery does not hold back all later ones.</summary>
    private static async ValueTask<FeedItem?> TryReadAsync(IInboxOperations inbox, long id, CancellationToken cancellation)
    {
        try
        {
            if (await inbox.FindAsync(id, cancellation) is not { } record)
            {
                return null;
            }

            var details = StoredFormat.TryRead(record.Item);
            return new FeedItem
            {
                Row = DeliveryRows.Of(record.Summary),
                Method = details?.Method,
                ContentType = details?.ContentType,
                Headers = ValuesOf(details?.Headers),
                Query = ValuesOf(details?.Query),
                Body = Convert.ToBase64String(record.Item.Body.Span),
            };
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IReadOnlyList<NamedValues> ValuesOf(IEnumerable<KeyValuePair<string, StringValues>>? values) =>
        [.. (values ?? []).Select(pair => new NamedValues { Name = pair.Key, Values = [.. pair.Value.Select(value => value ?? "")] })];
}
