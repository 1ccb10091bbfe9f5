using Hooklatch.Addresses;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints.Gates;

/// <summary>Lets pass the addresses from which the endpoint accepts deliveries.</summary>
internal sealed class AddressListGate(AddressGate addresses, AddressList proxies) : Gate
{
    public override ValueTask<WebhookResult?> PassAsync(Delivery delivery, HttpContext http) => Reject(addresses.Check(http, proxies));
}
