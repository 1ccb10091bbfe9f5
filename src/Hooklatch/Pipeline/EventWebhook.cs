using System.ComponentModel;
using Hooklatch.Deliveries;
using Hooklatch.Description;
using Hooklatch.Hosting;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Pipeline;

/// <summary>
/// An endpoint whose deliveries go to one of several handlers by their event. Generated code derives one class per endpoint and says which
/// event goes where, and what holds before the event is known: the handlers say only what they take and do.
/// </summary>
/// <param name="plugin">The plugin that the endpoint belongs to.</param>
/// <param name="sender">Who sends to it.</param>
/// <param name="handlers">The handlers, at least one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EventWebhook(PluginScope plugin, WebhookSender sender, params WebhookHandler[] handlers)
    : WebhookHandler(
        plugin,
        string.Join(", ", handlers.Select(handler => handler.Target)),
        handlers[0].Endpoint,
        sender,
        [.. handlers[0].Methods]
    )
{
    private readonly WebhookHandler _first = handlers[0];
    private readonly BodyUse _use = Common(handlers.Select(handler => handler.BodyUse));

    /// <inheritdoc/>
    public override string Name => _first.Name;

    /// <inheritdoc/>
    public override string? Description => _first.Description;

    /// <inheritdoc/>
    public override long MaxBodySize { get; } = handlers.Max(handler => handler.MaxBodySize);

    /// <inheritdoc/>
    public override BodyUse BodyUse => _use is BodyUse.None && Sender.ReadsBody ? BodyUse.Raw : _use;

    /// <inheritdoc/>
    public override bool ReadsRequest { get; } = handlers.Any(handler => handler.ReadsRequest);

    /// <inheritdoc/>
    public override FormLimitsAttribute? FormLimits => _first.FormLimits;

    /// <inheritdoc/>
    public override WebhookDescription Details =>
        new(GetType().Name)
        {
            Route = _first.Details.Route,
            Json = [.. handlers.SelectMany(handler => handler.Details.Json).DistinctBy(value => value.Name)],
            Headers = [.. handlers.SelectMany(handler => handler.Details.Headers).DistinctBy(value => value.Name)],
            ChoosesStatus = handlers.Any(handler => handler.Details.ChoosesStatus),
            Answer = AnswerKind.Result,
        };

    internal override IEnumerable<WebhookDescription> HandlerDetails => handlers.Select(handler => handler.Details);

    /// <summary>What any of the handlers demands of the endpoint holds for all: which one runs is known only once the delivery is verified.</summary>
    public override void AddMetadata(IList<object> metadata)
    {
        foreach (var handler in handlers)
        {
            handler.AddMetadata(metadata);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<WebhookResult> HandleAsync(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var index = Choose(delivery.Event, delivery.EventAction);
        if (index < 0)
        {
            return ValueTask.FromResult(WebhookResult.Unhandled());
        }

        // The endpoint reads what its handlers agree on; what only this one demands of the body is known now.
        return delivery.IsLive && MediaTypeGate.Check(delivery.Http.Request, this, handlers[index].BodyUse) is { } refused
            ? ValueTask.FromResult<WebhookResult>(refused)
            : handlers[index].HandleAsync(delivery);
    }

    /// <summary>Which handler takes an event.</summary>
    /// <param name="name">The event as the provider names it; <see langword="null"/> where it names none.</param>
    /// <param name="action">What happened to its subject, where the provider says so apart.</param>
    /// <returns>The number of the handler, or -1 where none takes it.</returns>
    protected abstract int Choose(string? name, string? action);

    /// <summary>
    /// What the endpoint reads: what its handlers agree on. One that takes the bytes as they are gets them also where another takes a form,
    /// which has to be read before it is known whose delivery it is.
    /// </summary>
    private static BodyUse Common(IEnumerable<BodyUse> uses)
    {
        var distinct = uses.Where(use => use is not BodyUse.None).Distinct().ToArray();
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
