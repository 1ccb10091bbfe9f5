using Hooklatch.Description;

namespace Hooklatch.Endpoints;

/// <summary>Describes an endpoint with several handlers as one, for tools that know no events.</summary>
internal static class EventDescription
{
    public static WebhookDescription Of(string id, WebhookHandler[] handlers)
    {
        var all = Array.ConvertAll(handlers, handler => handler.Details);
        var description = new WebhookDescription(id).AddAnswer(AnswerKind.Result, choosesStatus: all.Any(one => one.ChoosesStatus));
        foreach (var value in all[0].Route)
        {
            description.AddRoute(value);
        }

        foreach (var value in all.SelectMany(one => one.Json).DistinctBy(value => value.Name))
        {
            description.AddJson(value);
        }

        foreach (var value in all.SelectMany(one => one.Headers).DistinctBy(value => value.Name))
        {
            description.AddHeader(value);
        }

        return description;
    }
}
