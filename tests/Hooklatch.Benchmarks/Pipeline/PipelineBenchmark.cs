using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Hooklatch.Benchmarks.Http;
using Hooklatch.Benchmarks.Uploads;

namespace Hooklatch.Benchmarks.Pipeline;

/// <summary>
/// A signed push of 7 KB from routing to the answer, without a server: by Hooklatch, by hand, as a minimal API, and as a quick start does
/// it. Then handlers that need one thing each.
/// </summary>
[MemoryDiagnoser]
public class PipelineBenchmark
{
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(8);
    private static bool _isWarm;

    private Application _application = null!;
    private RepeatedRequest _push = null!;
    private RepeatedRequest _raw = null!;
    private RepeatedRequest _minimal = null!;
    private RepeatedRequest _naive = null!;
    private RepeatedRequest _nothing = null!;
    private RepeatedRequest _text = null!;
    private RepeatedRequest _body = null!;
    private RepeatedRequest _token = null!;
    private RepeatedRequest _signed = null!;
    private RepeatedRequest _slack = null!;
    private RepeatedRequest _stripe = null!;
    private RepeatedRequest _standardWebhooks = null!;
    private RepeatedRequest _ecdsa = null!;
    private RepeatedRequest _rsa = null!;
    private RepeatedRequest _paths = null!;
    private RepeatedRequest _typed = null!;
    private RepeatedRequest _form = null!;

    [GlobalSetup]
    public void Setup()
    {
        Prepare();
        WarmUp();
    }

    /// <summary>Sends each request once, and makes sure that it is answered as it should be.</summary>
    public void Prepare()
    {
        _application = Application.Build();
        var push = Scenario.All.Single(scenario => scenario.Name == "7KB").Bodies.Value[0];
        (_push, _raw, _minimal, _naive) = (Push(Application.Prefix + "/push"), Push("/raw"), Push("/push"), Push("/naive"));
        (_nothing, _text, _body) = (Part("/nothing"), Part("/text"), Part("/body"));
        (_token, _signed, _paths, _typed) = (Part("/token"), Part("/signed"), Part("/paths"), Part("/typed"));
        (_slack, _stripe, _standardWebhooks) = (Signed("/slack"), Signed("/stripe"), Signed("/standard-webhooks"));
        (_ecdsa, _rsa) = (Signed("/ecdsa"), Signed("/rsa"));
        _form = Request(
            Application.Prefix + "/form",
            new SignedBody("application/x-www-form-urlencoded", "name=mona&count=3"u8.ToArray(), "")
        );

        RepeatedRequest Push(string path) => Request(path, push);
        RepeatedRequest Signed(string endpoint) =>
            Request(Application.Prefix + endpoint, push.Bytes, "", Senders.Sign(endpoint, push.Bytes));
        RepeatedRequest Part(string endpoint) =>
            Request(
                Application.Prefix + endpoint,
                push with
                {
                    Answer = endpoint == "/text" ? "push: mona pushed 1 commit(s) to octo/hello" : "",
                }
            );
    }

    [Benchmark(Baseline = true, Description = "by hand")]
    public Task ByHand() => _raw.SendAsync(_application.Invoke);

    [Benchmark(Description = "Hooklatch, [FromJson]")]
    public Task Hooklatch() => _push.SendAsync(_application.Invoke);

    [Benchmark(Description = "minimal API and a wrapper")]
    public Task MinimalApi() => _minimal.SendAsync(_application.Invoke);

    [Benchmark(Description = "as a quick start does it")]
    public Task Naive() => _naive.SendAsync(_application.Invoke);

    [Benchmark(Description = "  route alone")]
    public Task Route() => _nothing.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + text as the answer")]
    public Task Text() => _text.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + the body")]
    public Task Body() => _body.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + a token")]
    public Task Token() => _token.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + the body, signed")]
    public Task SignedContent() => _signed.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + signed with its time (Slack)")]
    public Task SignedWithTime() => _slack.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + signed, in fields of a header (Stripe)")]
    public Task SignedInFields() => _stripe.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + signed, several in base64 (Standard Webhooks)")]
    public Task SignedInBase64() => _standardWebhooks.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + signed, ECDSA P-256 (SendGrid)")]
    public Task SignedByEcdsa() => _ecdsa.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + signed, RSA 2048 (Bridge)")]
    public Task SignedByRsa() => _rsa.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + three [FromJson]")]
    public Task Paths() => _paths.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + a typed body")]
    public Task Typed() => _typed.SendAsync(_application.Invoke);

    [Benchmark(Description = "  + a form of two fields")]
    public Task Form() => _form.SendAsync(_application.Invoke);

    /// <summary>
    /// The runtime compiles what runs often again and again, better each time, in the background and for seconds. Without this, what is measured
    /// first would be measured in what was compiled first.
    /// </summary>
    private void WarmUp()
    {
        RepeatedRequest[] all =
        [
            _push,
            _raw,
            _minimal,
            _naive,
            _nothing,
            _text,
            _body,
            _token,
            _signed,
            _slack,
            _stripe,
            _standardWebhooks,
            _paths,
            _typed,
            _form,
        ];
        var started = Stopwatch.GetTimestamp();
        while (!_isWarm && Stopwatch.GetElapsedTime(started) < WarmUpTime)
        {
            foreach (var request in all)
            {
                request.SendAsync(_application.Invoke).GetAwaiter().GetResult();
            }
        }

        _isWarm = true;
    }

    /// <summary>A request that was answered as it should be: nothing is measured that does not do the work.</summary>
    private RepeatedRequest Request(string path, Http.SignedBody body) =>
        Request(
            path,
            body.Bytes,
            body.Answer,
            ("Content-Type", body.ContentType),
            ("X-GitHub-Event", "push"),
            ("X-Hub-Signature-256", body.Signature),
            ("X-Token", SignedUpload.Secret)
        );

    private RepeatedRequest Request(string path, byte[] body, string answer, params (string Name, string Value)[] headers)
    {
        var request = new RepeatedRequest(_application.Services, path, body, headers);
        for (var i = 0; i < 2; i++)
        {
            request.SendAsync(_application.Invoke).GetAwaiter().GetResult();
            if (request.Status != 200 || request.Answer != answer)
            {
                throw new InvalidOperationException($"{path} answered {request.Status} '{request.Answer}' instead of '{answer}'.");
            }
        }

        return request;
    }
}
