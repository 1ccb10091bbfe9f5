using System.Net;
using Hooklatch.Generated.test.described;
using Hooklatch.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.OpenApi.Tests;

/// <summary>What reading a document costs the host, and who may read it.</summary>
public class ServedDocumentTests
{
    private const string Path = "/openapi/v1.json";
    private const string Webhooks = "/api/plugin/test.described/webhook/";
    private const string Route = "/plugins/test.described/open";
    private const int PieceLength = 16 * 1024;

    private int _builds;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Development", HttpStatusCode.OK)]
    [InlineData("Production", HttpStatusCode.NotFound)]
    [InlineData("Staging", HttpStatusCode.NotFound)]
    public async Task It_is_open_in_Development_only(string environment, HttpStatusCode expected)
    {
        await using var host = await StartAsync(environment);
        using var http = new HttpClient { BaseAddress = host.Http1 };
        Assert.Equal(expected, (await http.GetAsync(Path, Cancellation)).StatusCode);
        Assert.Equal(expected is HttpStatusCode.OK ? 1 : 0, _builds);
    }

    [Fact]
    public async Task Elsewhere_the_host_says_who_may_read_it()
    {
        await using var host = await StartAsync("Production", page => page.AllowAnonymous());
        using var http = new HttpClient { BaseAddress = host.Http1 };
        Assert.Contains(Webhooks, await http.GetStringAsync(Path, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_at_the_same_time_and_later_share_one_build()
    {
        await using var host = await StartAsync();
        using var http = new HttpClient { BaseAddress = host.Http1 };
        var texts = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => http.GetStringAsync(Path, Cancellation)));
        Assert.Equal(1, _builds);
        Assert.Single(texts.Append(await http.GetStringAsync(Path, Cancellation)).Distinct());
        Assert.Equal(1, _builds);
    }

    [Fact]
    public async Task A_plugin_that_is_disabled_leaves_the_document_and_comes_back()
    {
        await using var host = await StartAsync();
        using var http = new HttpClient { BaseAddress = host.Http1 };
        var plugins = host.App.Services.GetRequiredService<IPluginRegistry>();
        var enabled = await http.GetStringAsync(Path, Cancellation);
        Assert.Contains(Webhooks, enabled, StringComparison.Ordinal);
        Assert.Contains(Route, enabled, StringComparison.Ordinal);

        await plugins.DisableAsync("test.described", Cancellation);
        var disabled = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => http.GetStringAsync(Path, Cancellation)));
        Assert.DoesNotContain(disabled, text => text.Contains("test.described/", StringComparison.Ordinal));
        Assert.Equal(2, _builds);

        await plugins.EnableAsync("test.described", Cancellation);
        Assert.Equal(enabled, await http.GetStringAsync(Path, Cancellation));
        Assert.Equal(3, _builds);
    }

    [Fact]
    public async Task A_configuration_that_is_reloaded_builds_it_anew_once()
    {
        await using var host = await StartAsync();
        using var http = new HttpClient { BaseAddress = host.Http1 };
        await http.GetStringAsync(Path, Cancellation);
        ((IConfigurationRoot)host.App.Configuration).Reload();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => http.GetStringAsync(Path, Cancellation)));
        Assert.Equal(2, _builds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_build_that_fails_is_tried_again(bool isCanceled)
    {
        Exception error = isCanceled ? new TaskCanceledException("first") : new InvalidOperationException("first");
        await using var host = await StartAsync(transform: () => _builds == 1 ? throw error : 0);
        using var http = new HttpClient { BaseAddress = host.Http1 };
        Assert.Equal(HttpStatusCode.InternalServerError, (await http.GetAsync(Path, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(Path, Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("W/{0}", HttpStatusCode.NotModified)]
    [InlineData("\"another\", {0}", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"another\"", HttpStatusCode.OK)]
    public async Task A_tag_that_is_known_is_answered_without_the_document(string wanted, HttpStatusCode expected)
    {
        await using var host = await StartAsync();
        using var http = new HttpClient { BaseAddress = host.Http1 };
        var tag = (await http.GetAsync(Path, Cancellation)).Headers.ETag!.Tag;
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", wanted.Replace("{0}", tag, StringComparison.Ordinal));
        var answer = await http.SendAsync(request, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(tag, answer.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task HEAD_tells_the_length_and_the_tag()
    {
        await using var host = await StartAsync();
        using var http = new HttpClient { BaseAddress = host.Http1 };
        var get = await http.GetAsync(Path, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Head, Path);
        var head = await http.SendAsync(request, Cancellation);
        Assert.Equal((await get.Content.ReadAsByteArrayAsync(Cancellation)).Length, head.Content.Headers.ContentLength);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal("application/json", head.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_path_that_ends_in_yaml_is_YAML()
    {
        await using var host = await StartAsync(pattern: "/docs/{documentName}.yaml");
        using var http = new HttpClient { BaseAddress = host.Http1 };
        Assert.StartsWith("openapi: ", await http.GetStringAsync("/docs/v1.yaml", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_does_not_read_is_handed_one_piece_and_no_copy()
    {
        await using var host = await StartAsync();
        using var http = new HttpClient { BaseAddress = host.Http1 };
        var length = (await http.GetByteArrayAsync(Path, Cancellation)).Length;
        Assert.True(length > 2 * PieceLength);
        var readers = Enumerable.Range(0, 400).Select(_ => new Reader()).ToArray();
        foreach (var reader in readers)
        {
            Assert.False(Read(host, reader).IsCompleted);
            Assert.Equal(PieceLength, reader.Offered);
        }

        Assert.Single(readers.Select(reader => reader.Array).Distinct());
        Assert.Equal(1, _builds);
    }

    [Fact]
    public async Task Reading_it_allocates_nothing_of_its_size()
    {
        await using var host = await StartAsync();
        using var http = new HttpClient { BaseAddress = host.Http1 };
        await http.GetByteArrayAsync(Path, Cancellation);
        var reader = new Reader { Takes = true };
        Assert.True(Read(host, reader).IsCompletedSuccessfully);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(Read(host, reader).IsCompletedSuccessfully);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024);
    }

    [Fact]
    public async Task A_document_that_is_not_registered_is_named_when_the_host_starts()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(name: "internal"));
        Assert.Contains("AddOpenApi(\"internal\")", error.Message, StringComparison.Ordinal);
    }

    /// <summary>MapOpenApi() builds the document for each request.</summary>
    [Fact]
    public void No_sample_serves_a_document_that_is_built_for_each_request() =>
        Assert.DoesNotContain(
            Directory
                .EnumerateFiles(Repository.PathOf("samples"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)),
            file => File.ReadAllText(file).Contains(".MapOpenApi(", StringComparison.Ordinal)
        );

    private static Task Read(TestHost host, Stream body)
    {
        var endpoint = host
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Single(endpoint => endpoint.RoutePattern.RawText == Path);
        var http = new DefaultHttpContext { RequestServices = host.App.Services };
        http.Request.Method = "GET";
        http.Response.Body = body;
        return endpoint.RequestDelegate!(http);
    }

    private Task<TestHost> StartAsync(
        string environment = "Development",
        Action<IEndpointConventionBuilder>? conventions = null,
        string name = "v1",
        string pattern = "/openapi/{documentName}.json",
        Func<int>? transform = null
    ) =>
        TestHost.StartAsync(
            new TestHostSetup
            {
                ApplicationName = "Host",
                Environment = environment,
                Configure = builder =>
                {
                    builder.Services.AddHooklatch(builder.Configuration, new Manifest()).AddOpenApiWebhooks();
                    builder.Services.AddOpenApi(options =>
                        options.AddDocumentTransformer(
                            (_, _, _) =>
                            {
                                Interlocked.Increment(ref _builds);
                                transform?.Invoke();
                                return Task.CompletedTask;
                            }
                        )
                    );
                },
                Use = app =>
                {
                    app.MapHooklatch();
                    var page = app.MapHooklatchOpenApi(name, pattern);
                    conventions?.Invoke(page);
                },
            }
        );

    /// <summary>A client that takes everything, or never takes anything.</summary>
    private sealed class Reader : MemoryStream
    {
        public bool Takes { get; init; }

        public int Offered { get; private set; }

        public byte[]? Array { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Offered += buffer.Length;
            Array = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(buffer, out var segment) ? segment.Array : null;
            return Takes ? ValueTask.CompletedTask : new ValueTask(new TaskCompletionSource().Task);
        }
    }
}
