using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Benchmarks.Pipeline;

/// <summary>
/// One request that is made again and again as a server would: the same objects each time, so that every byte that is allocated was
/// allocated by what is measured.
/// </summary>
internal sealed class RepeatedRequest
{
    /// <summary>So many deliveries have an id of their own; the application remembers half as many.</summary>
    public const int Ids = 4096;

    private const string IdHeader = "X-GitHub-Delivery";
    private static readonly StringValues[] Names = [.. Enumerable.Range(0, Ids).Select(_ => new StringValues(Guid.NewGuid().ToString()))];

    private int _sent;
    private readonly DefaultHttpContext _http;
    private readonly RequestBody _body;
    private readonly Response _response = new();
    private readonly EndpointChoice _choice = new();

    public RepeatedRequest(IServiceProvider services, string path, byte[] body, params (string Name, string Value)[] headers)
    {
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var request = new HttpRequestFeature
        {
            Method = HttpMethods.Post,
            Path = query < 0 ? path : path[..query],
            QueryString = query < 0 ? "" : path[query..],
            RawTarget = path,
            Protocol = HttpProtocol.Http11,
            Scheme = "http",
        };
        foreach (var (name, value) in headers)
        {
            request.Headers[name] = value;
        }

        request.Headers.ContentLength = body.Length;
        _body = new RequestBody(request, body);
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IRequestBodyPipeFeature>(_body);
        features.Set<IHttpRequestBodyDetectionFeature>(_body);
        features.Set<IHttpResponseFeature>(_response);
        features.Set<IHttpResponseBodyFeature>(_response);
        features.Set<IEndpointFeature>(_choice);
        features.Set<IRouteValuesFeature>(_choice);
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature());
        _http = new DefaultHttpContext(features) { RequestServices = services };
    }

    public string Answer => System.Text.Encoding.UTF8.GetString(_response.Written);

    public int Status => _response.StatusCode;

    /// <summary>Sends it once more, as another delivery.</summary>
    public Task SendAsync(RequestDelegate application)
    {
        _http.Request.Headers[IdHeader] = Names[_sent++ % Ids];
        _body.Rewind();
        _response.Reset();
        _choice.Reset();
        _http.Features.Set<IFormFeature>(null);
        return application(_http);
    }

    /// <summary>A body that is there already, in one piece, as small ones are.</summary>
    private sealed class RequestBody(HttpRequestFeature request, byte[] bytes)
        : PipeReader,
            IRequestBodyPipeFeature,
            IHttpRequestBodyDetectionFeature
    {
        private readonly ReadOnlySequence<byte> _all = new(bytes);
        private SequencePosition _consumed;
        private Stream? _stream;

        private Stream? _replaced;
        private PipeReader? _replacement;

        /// <summary>Of a body that a wrapper put in place of ours, a reader is made, as Kestrel makes one.</summary>
        public PipeReader Reader
        {
            get
            {
                if (request.Body == _stream)
                {
                    return this;
                }

                if (request.Body != _replaced)
                {
                    (_replaced, _replacement) = (request.Body, Create(request.Body));
                }

                return _replacement!;
            }
        }

        public bool CanHaveBody => true;

        public void Rewind()
        {
            _consumed = _all.Start;
            request.Body = _stream ??= AsStream(leaveOpen: true);
        }

        public override bool TryRead(out ReadResult result)
        {
            result = new ReadResult(_all.Slice(_consumed), isCanceled: false, isCompleted: true);
            return true;
        }

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            TryRead(out var result);
            return new(result);
        }

        public override void AdvanceTo(SequencePosition consumed) => _consumed = consumed;

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => _consumed = consumed;

        public override void CancelPendingRead() { }

        public override void Complete(Exception? exception = null) { }
    }

    /// <summary>An answer that goes nowhere.</summary>
    private sealed class Response : PipeWriter, IHttpResponseFeature, IHttpResponseBodyFeature
    {
        private readonly byte[] _buffer = new byte[64 << 10];
        private readonly HeaderDictionary _headers = [];
        private Stream? _stream;
        private int _written;

        public int StatusCode { get; set; } = StatusCodes.Status200OK;

        public string? ReasonPhrase { get; set; }

        public IHeaderDictionary Headers
        {
            get => _headers;
            set => throw new NotSupportedException();
        }

        public Stream Body
        {
            get => Stream;
            set => throw new NotSupportedException();
        }

        public bool HasStarted => false;

        public Stream Stream => _stream ??= AsStream(leaveOpen: true);

        public PipeWriter Writer => this;

        public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _written);

        public void Reset()
        {
            _headers.Clear();
            (_written, StatusCode) = (0, StatusCodes.Status200OK);
        }

        public void OnStarting(Func<object, Task> callback, object state) { }

        public void OnCompleted(Func<object, Task> callback, object state) { }

        public void DisableBuffering() { }

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task CompleteAsync() => Task.CompletedTask;

        public override void Advance(int bytes) => _written += bytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => _buffer.AsMemory(_written);

        public override Span<byte> GetSpan(int sizeHint = 0) => _buffer.AsSpan(_written);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

        public override void CancelPendingFlush() { }

        public override void Complete(Exception? exception = null) { }

        public override bool CanGetUnflushedBytes => true;

        public override long UnflushedBytes => 0;
    }

    /// <summary>Kestrel keeps these with the connection, too.</summary>
    private sealed class EndpointChoice : IEndpointFeature, IRouteValuesFeature
    {
        private readonly RouteValueDictionary _none = [];
        private RouteValueDictionary? _values;

        public Endpoint? Endpoint { get; set; }

        public RouteValueDictionary RouteValues
        {
            get => _values ?? _none;
            set => _values = value;
        }

        public void Reset() => (Endpoint, _values) = (null, null);
    }
}
