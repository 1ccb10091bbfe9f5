namespace Hooklatch.Endpoints;

/// <summary>What an endpoint reads of the body, given what its handlers need.</summary>
internal static class BodyUses
{
    /// <summary>
    /// What the handlers agree on. One that takes the bytes as they are gets them also where another takes a form, which has to be read before it is
    /// known whose delivery it is.
    /// </summary>
    public static BodyUse Common(WebhookHandler[] handlers)
    {
        if (handlers is [var only])
        {
            return only.BodyUse;
        }

        var distinct = handlers.Select(handler => handler.BodyUse).Where(use => use is not BodyUse.None).Distinct().ToArray();
        return distinct switch
        {
            [] => BodyUse.None,
            [var one] => one,
            _ when distinct.All(use => use is BodyUse.Json or BodyUse.OptionalJson) => BodyUse.OptionalJson,
            _ when distinct.Any(use => use is BodyUse.Form or BodyUse.Files) => BodyUse.Form,
            _ => BodyUse.Raw,
        };
    }
}
