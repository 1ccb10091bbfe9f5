using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Providers;

namespace Hooklatch.Tests.Verification.Code;

/// <summary>The envelope of encrypted callbacks, opened strictly.</summary>
public sealed class CallbackCipherTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Theory]
    [InlineData("1", "a", true)]
    [InlineData("1234567890123", "abcdefghijABCDEFGHIJ123456789012", true)]
    [InlineData("12345678901234", "a", false)]
    [InlineData("1", "abcdefghijABCDEFGHIJ1234567890123", false)]
    [InlineData("", "a", false)]
    [InlineData("1", "", false)]
    [InlineData("1x", "a", false)]
    [InlineData("x", "a", false)]
    [InlineData("1", "a+", false)]
    [InlineData("1", "+", false)]
    public void Timestamp_and_nonce_are_too_short_and_too_plain_to_be_cipher_text(string timestamp, string nonce, bool isWellFormed) =>
        Assert.Equal(isWellFormed, CallbackCipher.AreWellFormed(timestamp, nonce));

    [Theory]
    [InlineData(1, true)]
    [InlineData(31, true)]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(255, false)]
    public void The_padding_has_at_most_32_bytes(byte padding, bool isOpened)
    {
        var message = MessageFor(padding);

        Assert.Equal(isOpened ? message : null, Open(Envelope(message.Length, message, "receiver", padding), "other", "receiver"));
    }

    [Fact]
    public void No_padding_is_none()
    {
        const string Receiver = "receiver...\0";

        Assert.Null(Open([.. new byte[19], 0, .. Encoding.UTF8.GetBytes(Receiver)[..^1], 0], Receiver));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_length_that_is_not_the_messages_leaves_another_receiver(int length) =>
        Assert.Null(Open(Envelope(length, MessageFor(8), "receiver", padding: 8), "receiver"));

    [Fact]
    public void A_message_may_fill_all_that_is_before_the_padding() =>
        Assert.Equal("message12345", Open(Envelope(12, "message12345", "", padding: 16), ""));

    [Theory]
    [InlineData(16, 0)]
    [InlineData(16, 1)]
    [InlineData(16, 16)]
    [InlineData(32, 13)]
    [InlineData(32, 32)]
    public void What_is_too_short_for_its_padding_is_none(int bytes, byte padding)
    {
        var plain = new byte[bytes];
        plain[^1] = padding;

        Assert.Null(CallbackCipher.Decrypt(Key, Encrypt(plain), ["", "receiver"]));
    }

    [Fact]
    public void The_shortest_envelope_holds_nothing_for_a_receiver_without_a_name()
    {
        var plain = new byte[32];
        plain[^1] = 12;

        Assert.Equal("", Open(plain, ""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64")]
    [InlineData("====")]
    public void What_is_no_cipher_text_is_none(string text) => Assert.Null(CallbackCipher.Decrypt(Key, text, [""]));

    [Fact]
    public void White_space_is_no_part_of_a_cipher_text()
    {
        var text = Encrypt(Envelope(8, MessageFor(12), "receiver", padding: 12));

        Assert.NotNull(CallbackCipher.Decrypt(Key, text, ["receiver"]));
        Assert.Null(CallbackCipher.Decrypt(Key, text + " ", ["receiver"]));
        Assert.Null(CallbackCipher.Decrypt(Key, text.Insert(4, "\n"), ["receiver"]));
    }

    [Fact]
    public void An_answer_differs_each_time_and_opens_again()
    {
        var (one, other) = (CallbackCipher.Encrypt(Key, "success"u8, "receiver"), CallbackCipher.Encrypt(Key, "success"u8, "receiver"));

        Assert.NotEqual(one, other);
        Assert.Equal("success"u8, CallbackCipher.Decrypt(Key, one, ["receiver"])!);
        Assert.Null(CallbackCipher.Decrypt(Key, one, ["other"]));
    }

    private static string? Open(byte[] plain, params string[] receivers) =>
        CallbackCipher.Decrypt(Key, Encrypt(plain), receivers) is { } message ? Encoding.UTF8.GetString(message) : null;

    /// <summary>A message that makes whole blocks with the receiver and a padding.</summary>
    private static string MessageFor(int padding) => new('m', 16 - ((20 + "receiver".Length + padding) % 16));

    /// <summary>Sixteen bytes, the length, the message, the receiver and the padding.</summary>
    private static byte[] Envelope(int length, string message, string receiver, byte padding)
    {
        var head = new byte[20];
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), length);
        return [.. head, .. Encoding.UTF8.GetBytes(message + receiver), .. Enumerable.Repeat(padding, padding)];
    }

    private static string Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, Key.AsSpan(0, 16), PaddingMode.None));
    }
}
