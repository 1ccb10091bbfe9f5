using System.Text;
using Hooklatch.Inbox.Sealing;

namespace Hooklatch.Inbox.Tests.Sealing;

/// <summary>What sealed bytes say of themselves, without a store.</summary>
public sealed class SealedBodyTests
{
    private static readonly SealingKeys Keys = new();

    private static InboxItem Plain =>
        new()
        {
            Plugin = "tests.one",
            Endpoint = "/a",
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Body = Encoding.UTF8.GetBytes("""{"card":"4111"}"""),
            Payload = Encoding.UTF8.GetBytes("""{"inner":1}"""),
            Details = Encoding.UTF8.GetBytes("""{"method":"POST"}"""),
            Event = "push",
            EventAction = "opened",
            DeliveryId = "id-1",
            OrderKey = "customer",
        };

    [Fact]
    public void What_is_sealed_is_opened_as_it_was_and_is_as_long()
    {
        var stored = Seal(Plain);
        var opened = Open(Copy(stored));

        Assert.Equal((Plain.Body.Length, Plain.Payload!.Value.Length), (stored.Body.Length, stored.Payload!.Value.Length));
        Assert.NotEqual(Plain.Body.ToArray(), stored.Body.ToArray());
        Assert.Equal(Plain.Body.ToArray(), opened.Body.ToArray());
        Assert.Equal(Plain.Payload.Value.ToArray(), opened.Payload!.Value.ToArray());
        Assert.Equal(Plain.Details.ToArray(), opened.Details.ToArray());
    }

    [Fact]
    public void Nothing_is_told_from_what_is_empty()
    {
        var without = Seal(Plain with { Body = default, Payload = null, Details = default });
        var empty = Seal(Plain with { Body = default, Payload = ReadOnlyMemory<byte>.Empty, Details = default });

        Assert.False(Open(Copy(without)).Payload.HasValue);
        Assert.Equal(0, Open(Copy(empty)).Payload!.Value.Length);
        Assert.Throws<InvalidDataException>(() => Open(without with { Payload = ReadOnlyMemory<byte>.Empty }));
        Assert.Throws<InvalidDataException>(() => Open(empty with { Payload = null }));
    }

    [Fact]
    public void Deliveries_alike_are_not_alike_once_they_are_sealed()
    {
        var (one, other) = (Seal(Plain), Seal(Plain));

        Assert.NotEqual(one.Body.ToArray(), other.Body.ToArray());
        Assert.NotEqual(one.Details.ToArray(), other.Details.ToArray());
    }

    [Fact]
    public void Every_byte_that_is_changed_is_noticed()
    {
        var stored = Seal(Plain);
        var parts = new (ReadOnlyMemory<byte> Bytes, int First, Func<byte[], InboxItem> With)[]
        {
            (stored.Body, 0, bytes => stored with { Body = bytes }),
            (stored.Payload!.Value, 0, bytes => stored with { Payload = bytes }),
            // The first byte says that they are sealed. With another one they are details that nobody can read.
            (stored.Details, 1, bytes => stored with { Details = bytes }),
        };
        var changed = 0;
        foreach (var (bytes, first, with) in parts)
        {
            for (var index = first; index < bytes.Length; index++)
            {
                var other = bytes.ToArray();
                other[index] ^= 1;
                Assert.Throws<InvalidDataException>(() => Open(Copy(with(other))));
                changed++;
            }
        }

        Assert.Equal(stored.Size - 1, changed);
    }

    [Fact]
    public void Bytes_that_are_cut_off_or_added_are_noticed()
    {
        var stored = Seal(Plain);

        for (var length = 1; length < stored.Details.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => Open(Copy(stored with { Details = stored.Details[..length] })));
        }

        Assert.Throws<InvalidDataException>(() => Open(Copy(stored with { Body = stored.Body[..^1] })));
        Assert.Throws<InvalidDataException>(() => Open(Copy(stored with { Body = new byte[stored.Body.Length + 1] })));
    }

    public static TheoryData<string> Others => ["plugin", "endpoint", "event", "no event", "action", "id", "no id", "key", "swapped"];

    [Theory]
    [MemberData(nameof(Others))]
    public void Bytes_that_are_given_to_another_delivery_do_not_open(string other)
    {
        var stored = Seal(Plain);
        var moved = other switch
        {
            "plugin" => stored with { Plugin = "tests.other" },
            "endpoint" => stored with { Endpoint = "/b" },
            "event" => stored with { Event = "issues" },
            "no event" => stored with { Event = null },
            "action" => stored with { EventAction = "closed" },
            "id" => stored with { DeliveryId = "id-2" },
            "no id" => stored with { DeliveryId = null },
            "key" => stored with { OrderKey = "another" },
            // The same texts in other places.
            _ => stored with { Event = stored.EventAction, EventAction = stored.Event },
        };

        Assert.Throws<InvalidDataException>(() => Open(Copy(moved)));
    }

    [Fact]
    public void A_body_and_a_payload_do_not_change_places()
    {
        var stored = Seal(Plain);
        var head = SealedHead.Of("one", hasPayload: true);
        var details = stored.Details.ToArray();
        // With their nonces and tags, so that nothing is wrong with them but the place.
        head.ProofOf(SealedPart.Body, stored.Details.ToArray()).CopyTo(head.ProofOf(SealedPart.Payload, details));
        head.ProofOf(SealedPart.Payload, stored.Details.ToArray()).CopyTo(head.ProofOf(SealedPart.Body, details));
        var swapped = stored with { Body = stored.Payload!.Value, Payload = stored.Body, Details = details };

        Assert.Throws<InvalidDataException>(() => Open(Copy(swapped)));
    }

    [Fact]
    public void A_replay_has_the_bytes_of_the_first_one()
    {
        var replay = Seal(Plain) with { ReplayOf = 1, ReceivedAt = DateTimeOffset.UnixEpoch.AddDays(1), Identity = default };

        Assert.Equal(Plain.Body.ToArray(), Open(Copy(replay)).Body.ToArray());
    }

    [Fact]
    public void What_was_stored_before_there_was_a_key_is_read_as_it_is()
    {
        Assert.Equal(Plain.Body.ToArray(), Open(Plain).Body.ToArray());
        Assert.Equal(Plain.Body.ToArray(), Open(Plain with { Details = default }).Body.ToArray());
    }

    private static InboxItem Seal(InboxItem item) => BodySealer.Seal(item, "one", Keys.Live.Current.Find("one")!);

    private static InboxItem Open(InboxItem item) => BodySealer.Open(item, Keys.Live.Current);

    /// <summary>Opening writes over the bytes.</summary>
    private static InboxItem Copy(InboxItem item) =>
        item with
        {
            Body = item.Body.ToArray(),
            Payload = item.Payload is { } payload ? payload.ToArray() : default(ReadOnlyMemory<byte>?),
            Details = item.Details.ToArray(),
        };
}
