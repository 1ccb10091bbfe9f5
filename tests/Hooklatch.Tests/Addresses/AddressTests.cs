using System.Net;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hooklatch.Tests.Addresses;

/// <summary>Endpoints that take deliveries from some addresses only, and whose word counts on where a delivery comes from.</summary>
public sealed class AddressTests
{
    private const string Networks = WebhookHost.Settings + nameof(GateConfig.Networks);
    private const string Proxies = "Hooklatch:TrustedProxies";

    [Theory]
    [InlineData("192.0.2.0", true)]
    [InlineData("192.0.2.255", true)]
    [InlineData("::ffff:192.0.2.1", true)]
    [InlineData("192.0.3.0", false)]
    [InlineData("192.0.1.255", false)]
    [InlineData("198.51.100.77", true)]
    [InlineData("::ffff:c633:644d", true)]
    [InlineData("198.51.100.76", false)]
    [InlineData("2001:db8:1::", true)]
    [InlineData("2001:db8:1:ffff:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:2::", false)]
    [InlineData("::192.0.2.1", false)]
    [InlineData("203.0.113.8", true)]
    [InlineData("203.0.113.11", true)]
    [InlineData("203.0.113.7", false)]
    [InlineData("203.0.113.12", false)]
    [InlineData("127.0.0.1", false)]
    public async Task A_delivery_is_taken_from_the_declared_networks_only(string peer, bool isAllowed)
    {
        await using var host = await StartAsync(peer);

        await (isAllowed ? PostAsync(host).IsAsync(200) : PostAsync(host).IsProblemAsync(403, "Source address not allowed"));
    }

    [Fact]
    public async Task A_peer_that_has_no_address_as_on_a_Unix_socket_is_rejected()
    {
        await using var host = await StartAsync(null, (Proxies, "127.0.0.1"));

        await PostAsync(host, ("X-Forwarded-For", "192.0.2.1")).IsProblemAsync(403, "Source address not allowed");
    }

    [Fact]
    public async Task Networks_of_the_configuration_change_while_the_host_runs()
    {
        await using var host = await StartAsync("192.0.2.1");
        await PostAsync(host, "/from/configured").IsProblemAsync(403, "Source address not allowed");

        host.Configuration.Change((Networks + ":0", "10.0.0.0/8"), (Networks + ":1", "192.0.2.0/31"));
        await PostAsync(host, "/from/configured").IsAsync(200);

        host.Configuration.Change((Networks + ":1", null));
        await PostAsync(host, "/from/configured").IsProblemAsync(403, "Source address not allowed");

        host.Configuration.Change((Networks + ":0", "0.0.0.0/0"));
        await PostAsync(host, "/from/configured").IsAsync(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("anyone")]
    [InlineData("192.0.2.1/33")]
    [InlineData("192.0.2.1/-1")]
    [InlineData("192.0.2.1/")]
    [InlineData("192.0.2.1/ 32")]
    [InlineData("::ffff:192.0.2.1/33")]
    [InlineData("/0")]
    [InlineData("192.0.513")]
    [InlineData("0300.0.2.1")]
    [InlineData("0xc0.0.2.1")]
    [InlineData("3221225985")]
    [InlineData("*")]
    public async Task A_network_that_cannot_be_read_lets_nobody_in(string network)
    {
        await using var host = await StartAsync("192.0.2.1", (Networks, network));

        await PostAsync(host, "/from/configured").IsProblemAsync(403, "Source address not allowed");
    }

    [Theory]
    [InlineData("192.0.2.1/32")]
    [InlineData("192.0.2.1/31")]
    [InlineData("::ffff:192.0.2.1")]
    [InlineData("::ffff:192.0.2.1/32")]
    [InlineData("192.0.2.255/24")]
    public async Task A_network_of_one_address_and_one_in_the_long_spelling_let_theirs_in(string network)
    {
        await using var host = await StartAsync("192.0.2.1", (Networks, network));

        await PostAsync(host, "/from/configured").IsAsync(200);
    }

    [Fact]
    public async Task The_address_is_checked_before_the_signature()
    {
        await using var host = await StartAsync("10.0.0.1");
        await PostAsync(host, "/from/signed").IsProblemAsync(403, "Source address not allowed");

        await using var allowed = await StartAsync("192.0.2.1");
        await PostAsync(allowed, "/from/signed").IsProblemAsync(400, "Missing signature");
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    public async Task Without_declared_proxies_no_header_counts(string header)
    {
        await using var host = await StartAsync("10.0.0.1");
        await PostAsync(host, (header, "192.0.2.1")).IsProblemAsync(403, "Source address not allowed");
        await PostAsync(host, (header, "for=192.0.2.1")).IsProblemAsync(403, "Source address not allowed");

        await using var allowed = await StartAsync("192.0.2.1");
        await PostAsync(allowed, (header, "10.0.0.1")).IsAsync(200);
    }

    [Theory]
    [InlineData("192.0.2.1", true)]
    [InlineData("192.0.2.1:4711", true)]
    [InlineData("::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1::5", true)]
    [InlineData("[2001:db8:1::5]:4711", true)]
    [InlineData("192.0.2.1, 10.0.0.2", true)]
    [InlineData("203.0.113.200, 192.0.2.1 ,10.0.0.2,10.0.0.3", true)]
    [InlineData("192.0.2.1, 203.0.113.200", false)]
    [InlineData("192.0.2.1, 203.0.113.200, 10.0.0.2", false)]
    [InlineData("203.0.113.200", false)]
    [InlineData("10.0.0.2", false)]
    [InlineData("192.0.2.1, unknown", false)]
    [InlineData("192.0.2.1, ", false)]
    [InlineData("unknown", false)]
    [InlineData("_hidden", false)]
    [InlineData("192.0.513", false)]
    [InlineData("192.0.2.1:99999", false)]
    [InlineData("192.0.2.1:http", false)]
    [InlineData("192.0.2.1:", false)]
    [InlineData(":4711", false)]
    public async Task A_declared_proxy_says_who_the_sender_is_and_no_stranger_does(string forwarded, bool isAllowed)
    {
        await using var host = await StartAsync("10.0.0.1", (Proxies, "10.0.0.0/24, 2001:db8:ffff::1"));

        var response = PostAsync(host, ("X-Forwarded-For", forwarded));

        await (isAllowed ? response.IsAsync(200) : response.IsProblemAsync(403, "Source address not allowed"));
    }

    [Fact]
    public async Task Lines_of_the_header_count_from_the_last_to_the_first()
    {
        await using var host = await StartAsync("10.0.0.1", (Proxies + ":0", "10.0.0.0/24"));

        Assert.Equal(200, await PostRawAsync("203.0.113.200", "192.0.2.1"));
        Assert.Equal(403, await PostRawAsync("192.0.2.1", "203.0.113.200"));
        Assert.Equal(200, await PostRawAsync("192.0.2.1", "10.0.0.9"));

        async Task<int> PostRawAsync(string first, string second) =>
            (await host.PostRawAsync("/from/declared", ("X-Forwarded-For", first), ("X-Forwarded-For", second))).Status;
    }

    [Fact]
    public async Task A_stranger_that_talks_to_the_host_itself_is_not_taken_for_a_proxy()
    {
        await using var host = await StartAsync("203.0.113.200", (Proxies, "10.0.0.0/24"));

        await PostAsync(host, ("X-Forwarded-For", "192.0.2.1")).IsProblemAsync(403, "Source address not allowed");
        await PostAsync(host, ("X-Forwarded-For", "192.0.2.1, 10.0.0.1")).IsProblemAsync(403, "Source address not allowed");
    }

    [Fact]
    public async Task A_proxy_that_names_nobody_is_the_sender_itself()
    {
        await using var host = await StartAsync("192.0.2.1", (Proxies, "192.0.2.1"));

        await PostAsync(host).IsAsync(200);
        await PostAsync(host, ("X-Forwarded-For", "203.0.113.200")).IsProblemAsync(403, "Source address not allowed");
    }

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("proxy.internal")]
    [InlineData("10.0.0.0/8; 11.0.0.0/8")]
    public async Task A_proxy_that_cannot_be_read_stops_the_host(string proxies) =>
        Assert.Contains(
            Proxies,
            (await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("10.0.0.1", (Proxies, proxies)))).Message,
            StringComparison.Ordinal
        );

    /// <summary>The framework's middleware believes whoever is at the other end, and a stranger may be.</summary>
    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("192.0.2.1, 192.0.2.1")]
    [InlineData("127.0.0.1, 192.0.2.1")]
    [InlineData("[2001:db8:1::5]:4711")]
    public async Task An_address_that_the_framework_took_from_a_header_does_not_count_without_declared_proxies(string forwarded)
    {
        await using var byVariable = await WebhookHost.StartAsync(Enable);
        await using var byHost = await WebhookHost.StartAsync(use: app => app.UseForwardedHeaders(TrustEveryone()));
        await using var unlimited = await WebhookHost.StartAsync(use: app => app.UseForwardedHeaders(TrustEveryone(limit: null)));
        await using var twice = await WebhookHost.StartAsync(Enable, app => app.UseForwardedHeaders(TrustEveryone()));

        foreach (var host in new[] { byVariable, byHost, unlimited, twice })
        {
            await PostAsync(host, ("X-Forwarded-For", forwarded)).IsProblemAsync(403, "Source address not allowed");
            await PostAsync(host, ("X-Forwarded-For", forwarded), ("X-Original-For", "127.0.0.1:1"))
                .IsProblemAsync(403, "Source address not allowed");
            await PostAsync(host, ("X-Original-For", forwarded)).IsProblemAsync(403, "Source address not allowed");
        }
    }

    [Theory]
    [InlineData("X-Real-IP")]
    [InlineData("CF-Connecting-IP")]
    public async Task Nor_does_one_of_another_header(string header)
    {
        await using var host = await WebhookHost.StartAsync(
            builder =>
                builder.Services.Configure<ForwardedHeadersOptions>(options =>
                {
                    options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
                    options.ForwardedForHeaderName = header;
                    options.KnownProxies.Clear();
                    options.KnownIPNetworks.Clear();
                }),
            app => app.UseForwardedHeaders()
        );

        await PostAsync(host, (header, "192.0.2.1")).IsProblemAsync(403, "Source address not allowed");
    }

    [Theory]
    [InlineData("192.0.2.1", 200)]
    [InlineData("203.0.113.200, 192.0.2.1", 200)]
    [InlineData("192.0.2.1, 203.0.113.200", 403)]
    [InlineData("192.0.2.1, 10.0.0.1", 200)]
    [InlineData("192.0.2.1, 203.0.113.200, 10.0.0.1", 403)]
    [InlineData("unknown", 403)]
    public async Task Declared_proxies_name_the_sender_whatever_the_framework_took_off_the_header(string forwarded, int status)
    {
        (string, string?) proxies = (Proxies, "127.0.0.1, ::1, 10.0.0.0/24");
        await using var byVariable = await WebhookHost.StartAsync(Enable, settings: proxies);
        await using var unlimited = await WebhookHost.StartAsync(
            use: app => app.UseForwardedHeaders(TrustEveryone(limit: null)),
            settings: proxies
        );
        await using var none = await WebhookHost.StartAsync(settings: proxies);

        foreach (var host in new[] { byVariable, unlimited, none })
        {
            await PostAsync(host, ("X-Forwarded-For", forwarded)).IsAsync(status);
        }
    }

    [Fact]
    public async Task An_operator_whose_host_believes_forwarded_addresses_is_told_what_to_declare()
    {
        await using var host = await WebhookHost.StartAsync(Enable);
        await using var declared = await WebhookHost.StartAsync(Enable, settings: (Proxies, "10.0.0.1"));
        await using var none = await WebhookHost.StartAsync();

        Assert.Contains(
            host.Log.Named("ForwardedAddressIgnored"),
            entry =>
                entry.Message
                == $"{WebhookHost.Prefix}/from/declared accepts deliveries from some addresses only, and no proxy is declared: "
                    + "X-Forwarded-For does not count there. Behind a proxy, set Hooklatch:TrustedProxies to its addresses."
        );
        Assert.Empty(declared.Log.Named("ForwardedAddressIgnored"));
        Assert.Empty(none.Log.Named("ForwardedAddressIgnored"));
    }

    /// <summary>As <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED=true</c> does: the filter and the options of the framework.</summary>
    private static void Enable(WebApplicationBuilder builder)
    {
        builder.Services.Configure<ForwardedHeadersOptions>(options => Trust(options, limit: 1));
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, EnabledForwardedHeaders>());
    }

    private static ForwardedHeadersOptions TrustEveryone(int? limit = 1)
    {
        var options = new ForwardedHeadersOptions();
        Trust(options, limit);
        return options;
    }

    private static void Trust(ForwardedHeadersOptions options, int? limit)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = limit;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
    }

    private sealed class EnabledForwardedHeaders : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.UseForwardedHeaders();
                next(app);
            };
    }

    private static Task<WebhookHost> StartAsync(string? peer, params (string Path, string? Value)[] settings) =>
        WebhookHost.StartAsync(
            use: app =>
                Microsoft.AspNetCore.Builder.UseExtensions.Use(
                    app,
                    (http, next) =>
                    {
                        http.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);
                        return next(http);
                    }
                ),
            settings: settings
        );

    private static Task<HttpResponseMessage> PostAsync(WebhookHost host, params (string Name, string Value)[] headers) =>
        host.PostAsync("/from/declared", "{}", headers);

    private static Task<HttpResponseMessage> PostAsync(WebhookHost host, string endpoint) => host.PostAsync(endpoint, "{}");
}
