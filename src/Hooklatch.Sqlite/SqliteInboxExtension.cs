using System.ComponentModel;
using Hooklatch.Hosting;
using Hooklatch.Sqlite;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostExtension(typeof(SqliteInboxExtension))]

namespace Hooklatch.Sqlite;

/// <summary>Adds the store to every host that references the package.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SqliteInboxExtension : IHostExtension
{
    private SqliteInboxExtension() { }

    /// <inheritdoc/>
    public static void AddTo(IHooklatchBuilder builder) => builder.AddSqliteInbox();
}
