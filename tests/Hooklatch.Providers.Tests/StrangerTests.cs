using Hooklatch.Generated.dev.providers;
using Hooklatch.TestKit.Strangers;
using Hooklatch.Verification.Keys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Providers.Tests;

/// <summary>
/// What a request costs that nobody signed, whatever its body, its headers and its query are made of. Processor time is for the benchmark
/// <c>strangers</c>; what is allocated, logged and asked of others is the same in each run.
/// </summary>
public sealed class StrangerTests(StrangerTests.Host host) : IClassFixture<StrangerTests.Host>
{
    private const int Size = 256 * 1024;

    /// <summary>A text of the body has two bytes for each of its own; it is decoded, joined and encoded again once.</summary>
    private const int BytesPerByte = 12;

    /// <summary>What any rejection takes, and headers of 30 KB that are taken apart.</summary>
    private const int Always = 512 * 1024;

    /// <summary>The rejection, and once what is wrong with a setting that has changed.</summary>
    private const int MaxLines = 2;

    public static TheoryData<string> Endpoints => [.. Genuine.Select(vector => vector.Provider)];

    private static IEnumerable<Vector> Genuine =>
        VectorFiles.Deliveries.Where(vector => vector.IsValid && vector.Answer is null).DistinctBy(vector => vector.Provider);

    [Theory, MemberData(nameof(Endpoints))]
    public void A_body_that_nobody_signed_allocates_a_few_times_its_length(string endpoint)
    {
        var genuine = Find(endpoint);
        var size = host.Measured.LargestBody(endpoint, Size);
        var costs = HostileRequests
            .WithBody(genuine, size)
            .Select(request => (request.Name, Cost: host.Measured.Measure(endpoint, request, times: 2)))
            .ToList();
        Assert.DoesNotContain(costs, one => one.Cost.Status == 500);
        Assert.Equal(
            [],
            costs.Where(one => one.Cost.Allocated > Always + (BytesPerByte * size)).Select(one => $"{one.Name}: {one.Cost.Allocated:N0}")
        );
        Assert.All(costs, one => Assert.InRange(one.Cost.LogLines, 0, MaxLines));
        Assert.All(costs, one => Assert.InRange(one.Cost.Calls, 0, 1));
    }

    [Theory, MemberData(nameof(Endpoints))]
    public void A_header_that_is_full_of_delimiters_allocates_little(string endpoint)
    {
        var costs = HostileRequests
            .WithHeaders(Find(endpoint))
            .Select(request => (request.Name, Cost: host.Measured.Measure(endpoint, request, times: 2)))
            .ToList();
        Assert.Equal([], costs.Where(one => one.Cost.Allocated > Always).Select(one => $"{one.Name}: {one.Cost.Allocated:N0}"));
        Assert.All(costs, one => Assert.InRange(one.Cost.LogLines, 0, MaxLines));
        Assert.All(costs, one => Assert.InRange(one.Cost.Calls, 0, 1));
    }

    private Vector Find(string endpoint)
    {
        var genuine = Genuine.Single(vector => vector.Provider == endpoint);
        host.Measured.Receive(genuine);
        return genuine;
    }

    /// <summary>The sample's endpoints, without a server.</summary>
    public sealed class Host : IAsyncLifetime
    {
        internal MeasuredHost Measured { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Measured = await MeasuredHost.StartAsync(
                new Manifest(),
                (services, configuration) =>
                    services.AddWebhookSigningKeys<CircleSignatureAttribute>(_ => new ConfiguredKeys(configuration))
            );

        public ValueTask DisposeAsync() => Measured.DisposeAsync();
    }

    private sealed class ConfiguredKeys(IConfiguration configuration) : ISigningKeySource
    {
        public ValueTask<SigningKeys> FindAsync(SigningKeyRequest request, CancellationToken cancellation) =>
            new(SigningKeys.Read(configuration[$"Plugins:{request.Plugin}:CircleByHostPublicKey:0"] ?? ""));
    }
}
