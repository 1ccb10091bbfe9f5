using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Hooklatch.Deliveries;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Live;

/// <summary>The open streams. While there is none, nothing is read; streams of one filter share what is read.</summary>
/// <param name="inbox">The store; <see langword="null"/> where the host has none.</param>
/// <param name="refusals">What the host refused; <see langword="null"/> where it serves nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveHub(IInboxOperations? inbox, IRefusalLog? refusals, TimeProvider time)
{
    /// <summary>How many streams are open at once.</summary>
    public const int MaxStreams = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<DeliveryFilter, LivePoll> _polls = [];
    private int _streams;

    /// <summary>How many filters are looked for now.</summary>
    public int Polls
    {
        get
        {
            lock (_lock)
            {
                return _polls.Count;
            }
        }
    }

    /// <summary>Opens a stream.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryOpen(DeliveryFilter filter, [NotNullWhen(true)] out Subscription? subscription)
    {
        lock (_lock)
        {
            if (_streams == MaxStreams)
            {
                subscription = null;
                return false;
            }

            _streams++;
            if (!_polls.TryGetValue(filter, out var poll))
            {
                poll = new LivePoll(new LiveLook(filter, inbox, refusals), time);
                _polls.Add(filter, poll);
                poll.Start();
            }

            subscription = new Subscription(this, filter, poll, poll.Add());
            return true;
        }
    }

    private void Close(DeliveryFilter filter, LivePoll poll, Channel<LiveBatch> reader)
    {
        lock (_lock)
        {
            _streams--;
            if (poll.Remove(reader))
            {
                _polls.Remove(filter);
                poll.Dispose();
            }
        }
    }

    /// <summary>One open stream, until it is disposed.</summary>
    internal sealed class Subscription(LiveHub hub, DeliveryFilter filter, LivePoll poll, Channel<LiveBatch> reader) : IDisposable
    {
        private bool _isClosed;

        /// <summary>Completes once it is known what is there already, so that nothing is lost between a list and the stream.</summary>
        public Task Started => poll.Started;

        public ChannelReader<LiveBatch> Batches => reader.Reader;

        public void Dispose()
        {
            if (!_isClosed)
            {
                _isClosed = true;
                hub.Close(filter, poll, reader);
            }
        }
    }
}
