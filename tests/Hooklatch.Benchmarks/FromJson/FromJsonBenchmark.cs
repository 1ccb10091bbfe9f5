using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using BenchmarkDotNet.Attributes;
using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Deliveries;
using Hooklatch.Endpoints;
using Hooklatch.Generated.bench.inprocess;
using Hooklatch.Hosting;
using Hooklatch.Json;
using Hooklatch.Lifecycle;
using Hooklatch.Plugins;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Benchmarks.FromJson;

/// <summary>
/// Five values out of every example payload of GitHub: through a generated handler with <c>[FromJson]</c>, and through System.Text.Json's
/// source generation into types that hold nothing else. Figures are per payload.
/// </summary>
[MemoryDiagnoser]
public class FromJsonBenchmark
{
    private static readonly WebhookEndpoint Webhook = FindWebhook();

    private readonly DefaultHttpContext _http = new();
    private byte[][] _payloads = [];
    private Delivery[] _deliveries = [];

    /// <summary>Loads the payloads, and goes no further unless both sides take the same values from each of them.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _payloads = GitHubPayloads.Load();
        _deliveries = [.. _payloads.Select(body => new Delivery(Webhook.Key, _http, default) { Body = new MemoryBody(body) })];
        for (var i = 0; i < _payloads.Length; i++)
        {
            Take(_deliveries[i]);
            var ours = Values.Last;
            Take(_payloads[i], ValuesJson.Default.ValuesDto);
            if (ours != Values.Last || ours == default)
            {
                throw new InvalidOperationException($"Payload {i}: {ours} is not {Values.Last}.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = GitHubPayloads.Count, Description = "System.Text.Json")]
    public void Serializer()
    {
        foreach (var payload in _payloads)
        {
            Take(payload, ValuesJson.Default.ValuesDto);
        }
    }

    [Benchmark(OperationsPerInvoke = GitHubPayloads.Count, Description = "System.Text.Json, as strict")]
    public void StrictSerializer()
    {
        foreach (var payload in _payloads)
        {
            if (Utf8.IsValid(payload))
            {
                Take(payload, StrictValuesJson.Default.ValuesDto);
            }
        }
    }

    [Benchmark(OperationsPerInvoke = GitHubPayloads.Count, Description = "[FromJson]")]
    public void FromJson()
    {
        foreach (var delivery in _deliveries)
        {
            Take(delivery);
        }
    }

    [Benchmark(OperationsPerInvoke = GitHubPayloads.Count, Description = "Utf8JsonReader passes over it")]
    public void ReaderSkips()
    {
        foreach (var payload in _payloads)
        {
            var reader = new Utf8JsonReader(payload);
            reader.Read();
            reader.Skip();
            HasEnded(reader.BytesConsumed, payload);
        }
    }

    [Benchmark(OperationsPerInvoke = GitHubPayloads.Count, Description = "our grammar passes over it")]
    public void GrammarSkips()
    {
        foreach (var payload in _payloads)
        {
            HasEnded(JsonSyntax.Value(payload, at: 0, depth: 0), payload);
        }
    }

    private static WebhookEndpoint FindWebhook()
    {
        var configuration = new PluginConfiguration(new ConfigurationBuilder().Build(), "bench", "inprocess");
        var map = new WebhookMap(new PluginScope(new Manifest(), configuration));
        ValuesHook_Handlers.Map(map);
        return map.ToSortedList().Single();
    }

    private static void HasEnded(long at, byte[] payload)
    {
        if (at != payload.Length)
        {
            throw new InvalidOperationException("The payload was not read to its end.");
        }
    }

    private static void Take(byte[] payload, JsonTypeInfo<ValuesDto> type) =>
        Values.Last = JsonSerializer.Deserialize(payload, type)!.Take();

    // The handler has nothing to wait for.
    private void Take(Delivery delivery)
    {
        var handled = Webhook.HandleAsync(delivery);
        if (!handled.IsCompletedSuccessfully || handled.Result.Status != StatusCodes.Status200OK)
        {
            throw new InvalidOperationException("The handler did not take the payload.");
        }
    }
}
