using Hooklatch.Configuration;
using Hooklatch.Plugins;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints;

/// <summary>Puts the headers into the answers of one endpoint that its provider demands of every one.</summary>
internal sealed class ReplyHeaders
{
    private readonly (string Name, string Value, LiveSecrets<string[]>? Configured)[] _headers;

    private ReplyHeaders(PluginScope plugin, IReadOnlyList<ReplyHeader> headers) =>
        _headers = [
            .. headers.Select(header =>
                (
                    header.Name,
                    header.Value,
                    header.ValuePath is { } path ? new LiveSecrets<string[]>(plugin.Configuration, path, values => values) : null
                )
            ),
        ];

    /// <returns><see langword="null"/> where the provider demands none.</returns>
    public static ReplyHeaders? Of(WebhookEndpoint webhook) =>
        webhook.Sender.ReplyHeaders is { Count: > 0 } headers ? new ReplyHeaders(webhook.Key.Plugin, headers) : null;

    public void Write(HttpResponse response)
    {
        foreach (var (name, value, configured) in _headers)
        {
            var written = configured is null ? value : configured.Current.FirstOrDefault();
            // The server throws for anything else, and a delivery would fail for a setting that is none of its matter.
            if (!string.IsNullOrEmpty(written) && !written.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                response.Headers[name] = written;
            }
        }
    }
}
