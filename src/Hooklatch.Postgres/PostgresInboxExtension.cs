using System.ComponentModel;
using Hooklatch.Hosting;
using Hooklatch.Postgres;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostExtension(typeof(PostgresInboxExtension))]

namespace Hooklatch.Postgres;

/// <summary>Adds the store to every host that references the package.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PostgresInboxExtension : IHostExtension
{
    private PostgresInboxExtension() { }

    /// <inheritdoc/>
    public static void AddTo(IHooklatchBuilder builder) => builder.AddPostgresInbox();
}
