namespace Hooklatch.Signing;

/// <summary>How a key is written in the configuration.</summary>
public enum KeyEncoding
{
    /// <summary>The UTF-8 bytes of the text are the key. A public key is PEM.</summary>
    Utf8,

    /// <summary>Base64 (RFC 4648 section 4). A public key may be PEM instead.</summary>
    Base64,

    /// <summary>Hexadecimal, in either case. A public key may be PEM instead.</summary>
    Hex,
}
