using System.Globalization;

namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>The data folder of the server: made once, its settings written before each start.</summary>
static class Cluster
{
    const string Unfinished = ".new";

    internal static async Task CreateAsync(
        EmbeddedOptions options,
        Unprivileged way,
        Passwords passwords
    )
    {
        if (Directory.Exists(way.Data))
            return;
        // Made beside and renamed: a folder that is there is whole, also after a power cut. Each under a name of its
        // own: the initdb of a start that was killed may still be at work, and wipes what it made when it fails.
        DeleteUnfinished(way.Data);
        var unfinished = $"{way.Data}.{Guid.CreateVersion7():n}{Unfinished}";
        var secret = Path.Combine(Path.GetDirectoryName(way.Data)!, "initdb.password");
        DurableFile.Write(secret, passwords.Superuser);
        if (way.Prefix is ["setpriv", ..])
            await Tool.RunAsync("chown", "nobody", secret);
        var initdb = Path.Combine(
            way.Native,
            "bin",
            OperatingSystem.IsWindows() ? "initdb.exe" : "initdb"
        );
        string[] sync = options.Durable ? [] : ["--no-sync"];
        var (code, said) = await Tool.RunAsync([
            .. way.Prefix,
            initdb,
            "-D",
            unfinished,
            "-U",
            "postgres",
            $"--pwfile={secret}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            .. sync,
        ]);
        File.Delete(secret);
        if (code != 0)
            throw new StartRefused(
                StartRefused.Unavailable,
                $"PostgreSQL could not make its data folder: {said.Trim().Split('\n')[^1]}"
            );
        await using (
            var settings = new FileStream(
                Path.Combine(unfinished, "postgresql.conf"),
                FileMode.Append
            )
        )
        {
            await settings.WriteAsync("include = 'staffdashboard.conf'\n"u8.ToArray());
            await settings.FlushAsync();
            RandomAccess.FlushToDisk(settings.SafeFileHandle);
        }
        Directory.Move(unfinished, way.Data);
        DurableFile.SyncFolder(Path.GetDirectoryName(way.Data)!);
    }

    static void DeleteUnfinished(string data)
    {
        var (folder, name) = (Path.GetDirectoryName(data)!, Path.GetFileName(data));
        foreach (var left in Directory.GetDirectories(folder, $"{name}.*{Unfinished}"))
            try
            {
                Directory.Delete(left, recursive: true);
            }
            // Somebody still writes there. The next start takes it away.
            catch (IOException) { }
    }

    internal static Task WriteSettingsAsync(EmbeddedOptions options, Unprivileged way, int port) =>
        File.WriteAllTextAsync(
            Path.Combine(way.Data, "staffdashboard.conf"),
            $"""
            # Written by StaffDashboard at every start.
            listen_addresses = '127.0.0.1'
            port = {port.ToString(CultureInfo.InvariantCulture)}
            unix_socket_directories = ''
            max_connections = 200
            # Each connection maps what it touches of these: few for tests, which open thousands.
            shared_buffers = {(options.Durable ? "128MB" : "16MB")}
            work_mem = 8MB
            maintenance_work_mem = 128MB
            max_wal_size = 2GB
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            # The details of a refused row are somebody's data, and erasing does not reach the log.
            log_error_verbosity = terse
            password_encryption = scram-sha-256
            idle_in_transaction_session_timeout = 30s
            synchronous_commit = {(options.Durable ? "on" : "off")}
            fsync = {(options.Durable ? "on" : "off")}
            full_page_writes = {(options.Durable ? "on" : "off")}

            """
        );
}
