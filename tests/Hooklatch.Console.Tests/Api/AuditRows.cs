using System.Runtime.CompilerServices;
using Hooklatch.Console.Audit;
using Hooklatch.Console.Tests.Plugin;
using Hooklatch.Management;

namespace Hooklatch.Console.Tests.Api;

/// <summary>What the log of changes keeps.</summary>
internal static class AuditRows
{
    public static IReadOnlyList<AuditRow> Of(ShopHost host) => [.. Rows(host.Service<AuditLog>())];

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_rows")]
    private static extern ref Queue<AuditRow> Rows(AuditLog log);
}
