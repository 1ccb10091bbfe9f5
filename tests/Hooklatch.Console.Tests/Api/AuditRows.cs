using Hooklatch.Console.Audit;
using Hooklatch.Console.Tests.Plugin;
using Hooklatch.Management;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Api;

/// <summary>What the log of changes keeps.</summary>
internal static class AuditRows
{
    /// <summary>The rows, oldest first.</summary>
    public static IReadOnlyList<AuditRow> Of(ShopHost host) => Of(host.Service<AuditLog>());

    /// <summary>The rows, oldest first.</summary>
    public static IReadOnlyList<AuditRow> Of(IServiceProvider services) => Of(services.GetRequiredService<AuditLog>());

    private static IReadOnlyList<AuditRow> Of(AuditLog log)
    {
        var read = log.ReadAsync(before: null, size: 1000, TestContext.Current.CancellationToken).AsTask();
        Assert.True(read.IsCompletedSuccessfully, "The rows are in memory.");
        return [.. read.Result.Rows.Reverse()];
    }
}
