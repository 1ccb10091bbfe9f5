using System.ComponentModel;
using Hooklatch.Configuration;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Addresses;

/// <summary>The networks from which an endpoint accepts deliveries: those that its author declared, and those that are configured.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AddressGate
{
    private readonly AddressList _declared;
    private readonly LiveSecrets<AddressList>? _configured;

    /// <param name="plugin">The plugin whose configuration holds more networks.</param>
    /// <param name="path">Their path; <see langword="null"/> for none.</param>
    /// <param name="networks">The declared ones.</param>
    public AddressGate(PluginScope plugin, string? path, params string[] networks)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        _declared = new AddressList(networks);
        _configured = path is null ? null : new LiveSecrets<AddressList>(plugin.Configuration, path, values => new AddressList(values));
    }

    /// <summary>Whether the sender may deliver.</summary>
    /// <param name="http">The request.</param>
    /// <param name="proxies">The host's own proxies, whose word on the sender counts.</param>
    internal Rejection? Check(HttpContext http, AddressList proxies) =>
        SenderAddress.Of(http, proxies) is { } sender && (_declared.Contains(sender) || _configured?.Current.Contains(sender) == true)
            ? null
            : Rejection.AddressNotAllowed;
}
