using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Hooklatch.Verification.Keys;
using Hooklatch.Verification.Lookups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Providers;

/// <summary>Who forges deliveries names keys that do not exist; a key that is new, and has verified nothing yet, has its turn all the same.</summary>
public sealed class KeyConcurrencyTests
{
    private const int Places = 4;
    private const int Waiting = 32;
    private const string Certificates = "https://api.paypal.com/v1/notifications/certs/";
    private const string Webhook = "8PT597110X687430LKGECATA";
    private static readonly TestCertificate PayPal = new("messageverificationcerts.paypal.com");
    private static readonly FetchedKey Key = FetchedKey.Of(Encoding.ASCII.GetBytes(PayPal.Pem));

    private readonly FakeTimeProvider _time = new(VerifierBench.Now);
    private readonly Fetcher _paypal = new();
    private readonly VerifierBench _bench;

    public KeyConcurrencyTests() =>
        _bench = new VerifierBench(
            new PayPalSignatureAttribute
            {
                WebhookId = "Webhook",
                FetchesCertificate = true,
                TrustedRoots = "Roots",
            },
            ("Webhook", Webhook),
            ("Roots", PayPal.Pem)
        )
        {
            Services = new ServiceCollection().AddSingleton<TimeProvider>(_time).AddSingleton<IKeyFetcher>(_paypal).BuildServiceProvider(),
        };

    [Fact]
    public async Task A_new_key_verifies_though_four_names_that_are_made_up_hang()
    {
        var forged = Forge(0, Places);
        _time.Advance(TimeSpan.FromSeconds(4));

        var real = StatusAsync("New");
        Assert.False(real.IsCompleted);
        Assert.Equal(Places, _paypal.Asked.Count);

        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.All(await Task.WhenAll(forged), status => Assert.Equal(503, status));
        await _paypal.AskedForgedAsync(Places);
        (await _paypal.NextAsync("New")).SetResult(Key);
        Assert.Equal(200, await real);
    }

    [Fact]
    public async Task What_was_made_up_is_answered_and_gives_its_place_to_a_new_key()
    {
        var forged = Forge(0, Places);
        var real = StatusAsync("New");

        var running = await _paypal.AskedForgedAsync(Places);
        running[0].SetResult(FetchedKey.None);
        (await _paypal.NextAsync("New")).SetResult(Key);

        Assert.Equal(200, await real);
        Assert.Equal(403, await forged[0]);
    }

    [Fact]
    public async Task Who_waits_is_asked_for_in_turn()
    {
        _ = Forge(0, Places + 3);
        var running = new Queue<TaskCompletionSource<FetchedKey>>(await _paypal.AskedForgedAsync(Places));

        for (var i = Places; i < Places + 3; i++)
        {
            Assert.Equal(i, _paypal.Asked.Count);
            running.Dequeue().SetResult(FetchedKey.None);
            running.Enqueue(await _paypal.NextAsync($"Forged-{i}"));
        }
    }

    [Fact]
    public async Task Where_too_many_wait_a_sender_is_asked_to_come_back_and_nothing_is_remembered_of_it()
    {
        var forged = Forge(0, Places + Waiting);

        Assert.Equal(503, await StatusAsync("New"));
        Assert.Equal(Places, _paypal.Asked.Count);

        _paypal.AnswerAll(FetchedKey.None);
        Assert.All(await Task.WhenAll(forged), status => Assert.Equal(403, status));
        _paypal.AnswerAll(Key);
        Assert.Equal(200, await StatusAsync("New"));
    }

    [Fact]
    public async Task Who_names_what_is_waited_for_waits_with_it_and_takes_no_place_of_its_own()
    {
        var forged = Forge(0, Places + Waiting);
        var again = StatusAsync($"Forged-{Places}");
        Assert.False(again.IsCompleted);

        _paypal.AnswerAll(FetchedKey.None);
        await Task.WhenAll(forged);

        Assert.Equal(403, await again);
        Assert.Equal(1, _paypal.Asked.Count(name => name == $"Forged-{Places}"));
    }

    /// <summary>Ten seconds are all, whether they are spent in the queue or on the answer.</summary>
    [Fact]
    public async Task To_wait_for_a_turn_takes_of_the_same_ten_seconds()
    {
        var forged = Forge(0, Places);
        _time.Advance(TimeSpan.FromSeconds(4));
        var late = StatusAsync("Late");

        _time.Advance(TimeSpan.FromSeconds(6));
        await Task.WhenAll(forged);
        await _paypal.AskedForgedAsync(Places);
        await _paypal.NextAsync("Late");

        Assert.False(late.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(503, await late);
    }

    [Fact]
    public async Task Places_of_those_that_were_never_answered_are_free_again()
    {
        for (var round = 0; round < 3; round++)
        {
            var forged = Forge(round * Places, Places);
            _time.Advance(TimeSpan.FromSeconds(10));
            Assert.All(await Task.WhenAll(forged), status => Assert.Equal(503, status));
        }

        _paypal.AnswerAll(Key);
        Assert.Equal(200, await StatusAsync("New"));
    }

    [Fact]
    public async Task Who_was_silent_for_ten_seconds_is_not_asked_again_for_five()
    {
        var first = StatusAsync("Silent");
        await _paypal.NextAsync("Silent");
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(503, await first);
        _paypal.AnswerAll(Key);

        Assert.Equal(503, await StatusAsync("Silent", VerifierBench.Now.AddSeconds(14)));
        Assert.Equal(200, await StatusAsync("Silent", VerifierBench.Now.AddSeconds(16)));
    }

    /// <summary>
    /// Whoever waits goes on here in the very moment in which the answer is published. Had it not been remembered by then, it would have verified
    /// a delivery and not be kept apart for it.
    /// </summary>
    [Fact]
    public async Task A_key_is_remembered_before_anybody_verifies_with_it()
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new AtOnce());
        Task<int> real;
        try
        {
            real = StatusAsync("New");
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        (await _paypal.NextAsync("New")).SetResult(Key);
        Assert.Equal(200, await real);

        _paypal.AnswerAll(FetchedKey.None);
        Assert.All(await Task.WhenAll(Forge(0, Waiting).Concat(Forge(Waiting, Waiting))), status => Assert.Equal(403, status));
        Assert.Equal(200, await StatusAsync("New"));
    }

    private Task<int>[] Forge(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => StatusAsync($"Forged-{number}"))];

    private Task<int> StatusAsync(string certificate, DateTimeOffset? now = null)
    {
        const string Time = "2023-11-14T22:13:20Z";
        // The checksum of a body that is empty is 0.
        var signature = PayPal.Sign($"1|{Time}|{Webhook}|0", HashAlgorithmName.SHA256);
        return _bench.StatusAsync(
            new("")
            {
                Headers =
                [
                    ("PAYPAL-TRANSMISSION-ID", "1"),
                    ("PAYPAL-TRANSMISSION-TIME", Time),
                    ("PAYPAL-TRANSMISSION-SIG", signature),
                    ("PAYPAL-CERT-URL", Certificates + certificate),
                    ("PAYPAL-AUTH-ALGO", "SHA256withRSA"),
                ],
            },
            now
        );
    }

    /// <summary>Goes on where it is told to, and not on another thread.</summary>
    private sealed class AtOnce : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => d(state);
    }

    /// <summary>Tells who is asked for, and answers nobody until it is told to.</summary>
    private sealed class Fetcher : IKeyFetcher
    {
        /// <summary>After which nothing more is going to be asked.</summary>
        private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

        private readonly Channel<(string Name, TaskCompletionSource<FetchedKey> Answer)> _running = Channel.CreateUnbounded<(
            string,
            TaskCompletionSource<FetchedKey>
        )>();
        private FetchedKey? _answer;

        public List<string> Asked { get; } = [];

        /// <summary>What is asked for next, which must be this.</summary>
        public async Task<TaskCompletionSource<FetchedKey>> NextAsync(string name)
        {
            var (asked, answer) = await _running.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Timeout);
            Assert.Equal(name, asked);
            return answer;
        }

        /// <summary>The first that were made up, which are asked for in turn.</summary>
        public async Task<IReadOnlyList<TaskCompletionSource<FetchedKey>>> AskedForgedAsync(int count)
        {
            var asked = new List<TaskCompletionSource<FetchedKey>>();
            for (var i = 0; i < count; i++)
            {
                asked.Add(await NextAsync($"Forged-{i}"));
            }

            return asked;
        }

        /// <summary>Answers who was asked for and whoever will be.</summary>
        public void AnswerAll(FetchedKey answer)
        {
            lock (Asked)
            {
                _answer = answer;
            }

            while (_running.Reader.TryRead(out var running))
            {
                running.Answer.TrySetResult(answer);
            }
        }

        public ValueTask<FetchedKey> FetchAsync(Uri address, CancellationToken cancellation)
        {
            var name = address.AbsoluteUri[Certificates.Length..];
            var answer = new TaskCompletionSource<FetchedKey>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (Asked)
            {
                Asked.Add(name);
                if (_answer is { } known)
                {
                    return new(known);
                }

                _running.Writer.TryWrite((name, answer));
            }

            return new(answer.Task);
        }
    }
}
