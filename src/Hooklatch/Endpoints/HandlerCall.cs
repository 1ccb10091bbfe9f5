using System.ComponentModel;
using Hooklatch.Deliveries;
using Hooklatch.Http;

namespace Hooklatch.Endpoints;

/// <summary>Binds the parameters of a verified delivery and runs the author's method.</summary>
/// <param name="delivery">The delivery.</param>
/// <returns>What the method answers, or why its parameters could not be bound.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ValueTask<WebhookResult> HandlerCall(Delivery delivery);
