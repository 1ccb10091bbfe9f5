using Hooklatch.Description;

namespace Hooklatch.Endpoints;

/// <summary>Describes an endpoint with several handlers as one, for tools that know no events.</summary>
internal static class EventDescription
{
    public static WebhookDescription Of(string id, WebhookHandler[] handlers)
    {
        var all = Array.ConvertAll(handlers, handler => handler.Details);
        return new WebhookDescription(id)
        {
            Route = all[0].Route,
            Json = [.. all.SelectMany(one => one.Json).DistinctBy(value => value.Name)],
            Headers = [.. all.SelectMany(one => one.Headers).DistinctBy(value => value.Name)],
            ChoosesStatus = all.Any(one => one.ChoosesStatus),
            Answer = AnswerKind.Result,
        };
    }
}
