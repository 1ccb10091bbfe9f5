using System.Security.Cryptography;

namespace Hooklatch.Tests.Hosting;

/// <summary>A public key of each kind, so that no endpoint of the plugin lacks one.</summary>
internal static class TestPublicKeys
{
    public static string All { get; } = string.Join('\n', Ecdsa(), Rsa());

    private static string Ecdsa()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportSubjectPublicKeyInfoPem();
    }

    private static string Rsa()
    {
        using var key = RSA.Create(2048);
        return key.ExportSubjectPublicKeyInfoPem();
    }
}
