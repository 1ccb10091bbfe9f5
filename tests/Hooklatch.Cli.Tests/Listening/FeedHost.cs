using System.Globalization;
using System.Text;
using System.Text.Json;
using Hooklatch.Cli.Tests.Harness;
using Hooklatch.Management;

namespace Hooklatch.Cli.Tests.Listening;

/// <summary>A host with stored deliveries, which dies and comes back.</summary>
internal sealed class FeedHost
{
    private const int PageSize = 3;

    /// <summary>What it has stored.</summary>
    public List<FeedItem> Items { get; } = [];

    /// <summary>Says before each request whether the host is dead.</summary>
    public Func<FakeRequest, bool> IsDead { get; set; } = _ => false;

    /// <summary>What it answers in place of a page.</summary>
    public FakeAnswer? Refusal { get; set; }

    /// <summary>Stores a delivery.</summary>
    public void Store(long id, byte[] body, string? @event = "push") =>
        Items.Add(
            new FeedItem
            {
                Row = new DeliveryRow
                {
                    Id = id,
                    Plugin = "acme.shop",
                    Endpoint = "/github",
                    State = "done",
                    Event = @event,
                    DeliveryId = $"delivery-{id}",
                    ReceivedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000 + id),
                },
                Method = "POST",
                ContentType = "application/json",
                Headers = [new NamedValues { Name = "X-GitHub-Event", Values = [@event ?? ""] }],
                Body = Convert.ToBase64String(body),
            }
        );

    /// <summary>Answers a request.</summary>
    public FakeAnswer Answer(FakeRequest request)
    {
        if (IsDead(request))
        {
            throw new HttpRequestException("Connection refused");
        }

        if (Refusal is { } refusal)
        {
            return refusal;
        }

        if (request.Path.StartsWith("/hooklatch/api/deliveries?", StringComparison.Ordinal))
        {
            var newest = Items.Count == 0 ? [] : new[] { Items[^1].Row };
            return new(200, JsonSerializer.Serialize(new DeliveryPage { Deliveries = newest }, ManagementJson.Default.DeliveryPage));
        }

        var after = long.Parse(request.Path.Split("after=")[1].Split('&')[0], CultureInfo.InvariantCulture);
        var rest = Items.Where(item => item.Row.Id > after).ToArray();
        var page = new FeedPage
        {
            Items = [.. rest.Take(PageSize)],
            Next = rest.Length > 0 ? rest.Take(PageSize).Last().Row.Id : null,
            IsAtEnd = rest.Length <= PageSize,
        };
        return new(200, JsonSerializer.Serialize(page, ManagementJson.Default.FeedPage));
    }

    /// <summary>The body of a number.</summary>
    public static byte[] Body(int number) => Encoding.UTF8.GetBytes(FormattableString.Invariant($"{{ \"n\":{number} }}\r\n"));
}
