using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Routing;

/// <summary>
/// The endpoints of all webhooks, for whoever lists, describes or links to endpoints: a part of the host's <see cref="EndpointDataSource"/>, and
/// none of what requests are matched with. Where nobody asks for it, which the framework's authorization does with its first request, none is built
/// before it is called.
/// </summary>
internal sealed class WebhookListing(WebhookDataSource webhooks) : EndpointDataSource
{
    public override IReadOnlyList<Endpoint> Endpoints => [.. webhooks.Webhooks.Select(webhook => webhook.Endpoint)];

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
}
