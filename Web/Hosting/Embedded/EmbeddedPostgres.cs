using Npgsql;

namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>
/// The office's own PostgreSQL. The first program on a data folder starts it, further ones join,
/// and the last one out stops it. What a killed program leaves running is adopted by the next.
/// </summary>
sealed class EmbeddedPostgres : IAsyncDisposable
{
    readonly EmbeddedOptions options;
    readonly Unprivileged way;
    readonly Passwords passwords;
    readonly ServerProcess server;
    readonly Leases leases;
    readonly CancellationTokenSource stopping = new();
    FileStream? lease;
    Task watch = Task.CompletedTask;

    EmbeddedPostgres(EmbeddedOptions options, Unprivileged way, Passwords passwords)
    {
        this.options = options;
        this.way = way;
        this.passwords = passwords;
        server = new ServerProcess(way, options.DataFolder);
        leases = new Leases(Path.Combine(options.DataFolder, "leases"));
    }

    internal int Port { get; private set; }
    internal string Data => way.Data;
    internal string AppConnectionString => Connection(Roles.App, passwords.App);
    internal string OwnerConnectionString => Connection(Roles.Owner, passwords.Owner);
    internal string SuperuserConnectionString =>
        Connection("postgres", passwords.Superuser, "postgres");

    internal static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedOptions options,
        CancellationToken stop
    )
    {
        options = options with { DataFolder = Path.GetFullPath(options.DataFolder) };
        DataFolder.Ensure(options.DataFolder);
        try
        {
            using var alone = await FileLock.TakeAsync(StartLock(options), stop);
            var found = await Unprivileged.FindAsync(options, NativeFolder.Find(options.Root));
            var postgres = new EmbeddedPostgres(
                options,
                found,
                Passwords.ReadOrCreate(
                    Path.Combine(options.DataFolder, "passwords.json"),
                    isNeeded: Directory.Exists(found.Data)
                )
            );
            await postgres.EnterAsync(stop);
            return postgres;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused(
                StartRefused.CannotWrite,
                $"The data folder {options.DataFolder} cannot be used ({e.Message}): give it to the user who starts StaffDashboard.",
                e
            );
        }
    }

    async Task EnterAsync(CancellationToken stop)
    {
        lease = leases.Take();
        try
        {
            await JoinOrStartAsync(stop);
        }
        catch
        {
            Leases.Return(lease);
            throw;
        }
        watch = WatchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref lease, null) is not { } mine)
            return;
        await stopping.CancelAsync();
        await watch;
        using var alone = await FileLock.TakeAsync(StartLock(options), CancellationToken.None);
        Leases.Return(mine);
        if (!leases.AnyHeld())
            await server.StopAsync();
        stopping.Dispose();
    }

    async Task JoinOrStartAsync(CancellationToken stop)
    {
        for (var attempt = 0; server.Lives(); attempt++)
        {
            if (FreePort.Read(PortFile) is { } port && await AnswersAsync(port, stop))
            {
                // Whoever started it may have been killed before it came to the roles.
                await EnsureRolesAsync(stop);
                return;
            }
            if (attempt == 600)
                throw new StartRefused(
                    StartRefused.Unavailable,
                    $"The PostgreSQL of {options.DataFolder} runs but does not answer: end its postgres processes and start again."
                );
            await Task.Delay(100, stop);
        }
        await StartServerAsync(stop);
    }

    async Task StartServerAsync(CancellationToken stop)
    {
        await Cluster.CreateAsync(options, way, passwords);
        for (var attempt = 1; ; attempt++)
        {
            Port = FreePort.Choose(PortFile);
            await Cluster.WriteSettingsAsync(options, way, Port);
            try
            {
                await server.StartAsync();
                break;
            }
            catch (StartRefused) when (attempt < 3 && !FreePort.IsFree(Port))
            {
                // Somebody took the port between the choosing and the starting.
            }
        }
        await EnsureRolesAsync(stop);
    }

    async Task EnsureRolesAsync(CancellationToken stop)
    {
        await using var superuser = new NpgsqlConnection(Unpooled());
        await superuser.OpenAsync(stop);
        await Roles.EnsureAsync(superuser, passwords, stop);
    }

    async Task<bool> AnswersAsync(int port, CancellationToken stop)
    {
        try
        {
            Port = port;
            await using var superuser = new NpgsqlConnection(Unpooled());
            await superuser.OpenAsync(stop);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Starts the server again, on the same port, should it die while we live.</summary>
    async Task WatchAsync()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await tick.WaitForNextTickAsync(stopping.Token))
                await ReviveAsync();
        }
        catch (OperationCanceledException) { }
    }

    async Task ReviveAsync()
    {
        using var alone = FileLock.TryTake(StartLock(options));
        if (alone is null || server.Lives())
            return;
        options.Say("PostgreSQL has died; starting it again.");
        try
        {
            await StartServerAsync(stopping.Token);
        }
        catch (Exception e) when (e is StartRefused or NpgsqlException or IOException)
        {
            options.Say(e.Message);
        }
    }

    string PortFile => Path.Combine(options.DataFolder, "port");

    static string StartLock(EmbeddedOptions options) =>
        Path.Combine(options.DataFolder, "start.lock");

    string Unpooled() =>
        new NpgsqlConnectionStringBuilder(SuperuserConnectionString) { Pooling = false }.ToString();

    string Connection(string user, string password, string database = EmbeddedOptions.Database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Database = database,
            Username = user,
            Password = password,
            MaxAutoPrepare = 100,
            MaxPoolSize = 80,
            Timeout = 10,
        }.ToString();
}
