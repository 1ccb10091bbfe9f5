using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Ed25519;

namespace Hooklatch.Tests.Providers;

public sealed class Ed25519KeyTests
{
    // RFC 8032 section 7.1, tests 2 and 3.
    private const string Key2 = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    private const string Signature2 =
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    private static readonly byte[] Message = [0x72];

    [Theory]
    [InlineData(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )]
    [InlineData(Key2, "72", Signature2)]
    [InlineData(
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    )]
    public void What_RFC_8032_signs_verifies(string key, string message, string signature)
    {
        using var imported = Ed25519Key.Import(Convert.FromHexString(key));

        Assert.True(imported!.Verify(Convert.FromHexString(message), Convert.FromHexString(signature)));
    }

    [Fact]
    public void A_key_is_read_from_its_info_as_well()
    {
        using var imported = Ed25519Key.Import(Convert.FromHexString("302a300506032b6570032100" + Key2));

        Assert.True(imported!.Verify(Message, Convert.FromHexString(Signature2)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af466")]
    [InlineData("302a300506032b6571032100" + Key2)] // Ed448
    [InlineData("302a300506032b6570032100" + Key2 + "00")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")] // order 1
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")] // order 2
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")] // order 4
    [InlineData("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")] // order 8
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")] // not reduced
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void What_is_no_key_is_none(string key) => Assert.Null(Ed25519Key.Import(Convert.FromHexString(key)));

    [Fact]
    public void A_signature_has_one_spelling()
    {
        using var key = Ed25519Key.Import(Convert.FromHexString(Key2));
        var signature = Convert.FromHexString(Signature2);
        var order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);
        var unreduced = new byte[64];
        signature.AsSpan(0, 32).CopyTo(unreduced);
        (new BigInteger(signature.AsSpan(32), isUnsigned: true) + order).ToByteArray(isUnsigned: true).CopyTo(unreduced, 32);

        Assert.False(key!.Verify(Message, unreduced));
        Assert.False(key.Verify(Message, []));
        Assert.False(key.Verify(Message, signature.AsSpan(0, 63)));
        Assert.False(key.Verify(Message, [.. signature, 0]));
        for (var bit = 0; bit < 512; bit++)
        {
            var flipped = signature.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(key.Verify(Message, flipped));
        }
    }
}
