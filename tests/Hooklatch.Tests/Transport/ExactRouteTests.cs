namespace Hooklatch.Tests.Transport;

/// <summary>A webhook answers to one spelling of its path and to the methods it declares.</summary>
public sealed class ExactRouteTests(TransportHost host) : IClassFixture<TransportHost>
{
    private const string Prefix = TransportPlugin.Prefix;

    [Theory]
    [InlineData(TransportPlugin.Raw)]
    [InlineData(TransportPlugin.Raw + "?a=b")]
    [InlineData(TransportPlugin.Raw + "?")]
    [InlineData("http://localhost" + TransportPlugin.Raw)] // RFC 9112 §3.2.2: a server must accept the absolute form.
    public async Task The_exact_path_is_answered(string target) => Assert.Equal(200, await StatusOfAsync("POST", target));

    [Theory]
    [InlineData(Prefix + "/RAW")]
    [InlineData(Prefix + "/Raw")]
    [InlineData("/API/plugin/dev.transport/webhook/raw")]
    [InlineData("/api/plugin/DEV.transport/webhook/raw")]
    [InlineData("/api/plugin/dev.transport/Webhook/raw")]
    [InlineData(Prefix + "/raw/")]
    [InlineData(Prefix + "/raw//")]
    [InlineData(Prefix + "//raw")]
    [InlineData("/" + Prefix + "/raw")]
    [InlineData("/api//plugin/dev.transport/webhook/raw")]
    [InlineData(Prefix + "/%72aw")]
    [InlineData(Prefix + "/r%61w")]
    [InlineData(Prefix + "%2fraw")]
    [InlineData(Prefix + "%2Fraw")]
    [InlineData("/api/plugin/dev%2etransport/webhook/raw")]
    [InlineData(Prefix + "/raw%20")]
    [InlineData(Prefix + "/raw%3Fa=b")]
    [InlineData(Prefix + "/raw%2500")]
    [InlineData(Prefix + "/raw;a=b")]
    [InlineData(Prefix + "/raw.")]
    [InlineData(Prefix + "/x/../raw")]
    [InlineData(Prefix + "/./raw")]
    [InlineData(Prefix + "/raw/.")]
    [InlineData(Prefix + "/raw/..")]
    [InlineData(Prefix + "/x/%2e%2e/raw")]
    [InlineData(Prefix + "\\raw")]
    [InlineData(Prefix + "/raw#fragment")]
    [InlineData(Prefix + "/ra")]
    [InlineData(Prefix + "/rawer")]
    [InlineData(Prefix + "/")]
    [InlineData(Prefix)]
    [InlineData("/api/plugin/dev.transport/raw")]
    [InlineData("/api/plugin/dev.other/webhook/raw")]
    [InlineData("/api/plugin/")]
    [InlineData("//")]
    [InlineData("http://localhost" + Prefix + "/RAW")]
    [InlineData("http://localhost/x/.." + TransportPlugin.Raw)]
    [InlineData("http://localhost")]
    public async Task Any_other_spelling_is_not_found(string target) => Assert.Equal(404, await StatusOfAsync("POST", target));

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("post")]
    [InlineData("Post")]
    [InlineData("FROB")]
    public async Task A_method_that_is_not_declared_is_rejected_with_Allow(string method)
    {
        var answer = await RawHttp.ExchangeAsync(host.Http1, RawRequest.Of(method, TransportPlugin.Raw));

        Assert.Equal((405, "POST"), (answer.Status, answer.Header("Allow")));
    }

    private async Task<int> StatusOfAsync(string method, string target) =>
        (await RawHttp.ExchangeAsync(host.Http1, RawRequest.Of(method, target))).Status;
}
