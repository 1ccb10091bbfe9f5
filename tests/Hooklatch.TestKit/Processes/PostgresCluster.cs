using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Hooklatch.TestKit.Processes;

/// <summary>
/// A PostgreSQL of the tests' own: started when the first test needs it, with a socket in its directory and no port. Each test has a schema of its own.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string User = "postgres";

    // What a server writes and flushes all the time is in memory where that can be.
    private static readonly string Root = Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
        $"hooklatch-pg-{Guid.NewGuid():N}"
    );

    private static readonly SemaphoreSlim Starting = new(1);
    private static PostgresCluster? _shared;
    private static bool _isShared;

    private readonly string _directory;
    private bool _isRunning;

    public PostgresCluster()
        : this(Path.Combine(Root, "shared"))
    {
        _isShared = true;
        _shared = this;
    }

    private PostgresCluster(string directory) => _directory = directory;

    /// <summary>Where the server is reached.</summary>
    public string ConnectionString => $"Host={_directory};Username={User};Database=postgres;Maximum Pool Size=30;Timeout=5";

    public string SocketDirectory => _directory;

    /// <summary>The programs of the newest PostgreSQL from 15 on; <see langword="null"/> where there is none.</summary>
    private static string? Programs { get; } =
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Where(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var version) && version >= 15)
                .OrderBy(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture))
                .Select(path => Path.Combine(path, "bin"))
                .LastOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
            : null;

    /// <summary>The one that tests share. Without PostgreSQL the test is skipped and says so.</summary>
    public static async Task<PostgresCluster> SharedAsync()
    {
        Require();
        await Starting.WaitAsync();
        try
        {
            Debug.Assert(_isShared);
            var shared = _shared!;
            if (!shared._isRunning)
            {
                await shared.CreateAsync();
            }

            return shared;
        }
        finally
        {
            Starting.Release();
        }
    }

    /// <summary>One for a test alone, which stops and starts it, or sets it up otherwise.</summary>
    public static async Task<PostgresCluster> OwnAsync(params string[] settings)
    {
        Require();
        var cluster = new PostgresCluster(Path.Combine(Root, Guid.NewGuid().ToString("N")[..8]));
        await cluster.CreateAsync(settings);
        return cluster;
    }

    /// <summary>Starts it, and returns once it answers.</summary>
    public async Task StartAsync()
    {
        await ControlAsync("start", "-l", Path.Combine(_directory, "log"), "-o", $"-k {_directory} -c listen_addresses=");
        _isRunning = true;
    }

    /// <summary>Stops it as a crash does: nothing is written any more.</summary>
    public async Task CrashAsync() => await StopAsync("immediate");

    public async Task<long> NumberAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isRunning)
        {
            return;
        }

        await StopAsync("fast");
        Directory.Delete(_directory, recursive: true);
        if (!Directory.EnumerateFileSystemEntries(Root).Any())
        {
            Directory.Delete(Root);
        }
    }

    /// <summary>A program as the user that the server runs as, since it refuses to be root.</summary>
    internal static Process Start(string program, params string[] arguments) => Start(program, static _ => { }, arguments);

    /// <param name="program">The program.</param>
    /// <param name="heard">Gets each line of its errors, and <see langword="null"/> at their end.</param>
    /// <param name="arguments">Its arguments.</param>
    internal static Process Start(string program, Action<string?> heard, params string[] arguments)
    {
        string[] line = [File.Exists(Path.Combine(Programs!, program)) ? Path.Combine(Programs!, program) : program, .. arguments];
        if (Environment.IsPrivilegedProcess)
        {
            line = ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", .. line];
        }

        var process = Process.Start(
            new ProcessStartInfo(line[0], line[1..])
            {
                WorkingDirectory = "/",
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        // Or it stops once nobody reads what it says.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, line) => heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private string Data => Path.Combine(_directory, "data");

    private static void Require()
    {
        if (Programs is null)
        {
            Component.Missing("This test needs PostgreSQL 15 or later (the package postgresql-15), which this machine does not have.");
        }
    }

    private async Task CreateAsync(params string[] settings)
    {
        Directory.CreateDirectory(_directory);
        if (Environment.IsPrivilegedProcess)
        {
            using var owner = Process.Start("chown", [User, _directory])!;
            await owner.WaitForExitAsync();
        }

        using var created = Start("initdb", "-D", Data, "-U", User, "--auth=trust", "-E", "UTF8", "--locale=C");
        await created.WaitForExitAsync();
        string[] all = ["max_connections = 400", "shared_buffers = 64MB", "max_wal_size = 512MB", .. settings];
        await File.AppendAllLinesAsync(Path.Combine(Data, "postgresql.conf"), all);
        await StartAsync();
    }

    private async Task StopAsync(string mode)
    {
        await ControlAsync("stop", "-m", mode);
        _isRunning = false;
    }

    /// <summary>Has the server's own program start or stop it, and wait until that is so.</summary>
    private async Task ControlAsync(string what, params string[] arguments)
    {
        using var control = Start("pg_ctl", [what, "-D", Data, "-w", "-t", "120", .. arguments]);
        await control.WaitForExitAsync();
        if (control.ExitCode != 0)
        {
            var log = Path.Combine(_directory, "log");
            throw new InvalidOperationException($"pg_ctl {what}: {(File.Exists(log) ? await File.ReadAllTextAsync(log) : "no log")}");
        }
    }
}
