using System.Diagnostics;

namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>A pooler in transaction mode before the cluster, with few connections to it, so that each call is on another one.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _directory;

    private PgBouncer(Process process, string directory) => (_process, _directory) = (process, directory);

    public string ConnectionString =>
        $"Host={_directory};Port=6432;Username=postgres;Database=postgres;Maximum Pool Size=30;No Reset On Close=true";

    public static async Task<PgBouncer> StartAsync(PostgresCluster cluster)
    {
        var directory = Path.Combine(cluster.SocketDirectory, $"b{Guid.NewGuid():N}"[..9]);
        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(
            Path.Combine(directory, "b.ini"),
            $"""
            [databases]
            postgres = host={cluster.SocketDirectory} dbname=postgres user=postgres
            [pgbouncer]
            listen_addr =
            unix_socket_dir = {directory}
            listen_port = 6432
            auth_type = any
            pool_mode = transaction
            default_pool_size = 3
            max_client_conn = 200
            ignore_startup_parameters = extra_float_digits,options
            logfile = {directory}/log
            """
        );
        if (Environment.IsPrivilegedProcess)
        {
            using var owner = Process.Start("chown", ["-R", "postgres", directory])!;
            await owner.WaitForExitAsync();
        }

        var up = new TaskCompletionSource();
        var process = PostgresCluster.Start(
            "pgbouncer",
            line =>
            {
                // It says so once its socket is open.
                if (line is null)
                {
                    up.TrySetException(new InvalidOperationException("The pooler has ended."));
                }
                else if (line.Contains("process up", StringComparison.Ordinal))
                {
                    up.TrySetResult();
                }
            },
            Path.Combine(directory, "b.ini")
        );
        await up.Task.WaitAsync(TestContext.Current.CancellationToken);
        return new(process, directory);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
