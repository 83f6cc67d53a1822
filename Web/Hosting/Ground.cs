using Npgsql;
using StaffDashboard.Web.Hosting.Embedded;

namespace StaffDashboard.Web.Hosting;

/// <summary>What the house stands on: checked settings and a database server that answers.</summary>
sealed class Ground : IAsyncDisposable
{
    EmbeddedPostgres? postgres;
    string? app;
    string? owner;

    internal required Settings Settings { get; init; }
    internal string AppConnection => app ?? throw Missing("StaffDashboard", "app's role");
    internal string OwnerConnection => owner ?? throw Missing("Owner", "schema's owner");
    internal bool IsEmbedded => postgres is not null;

    /// <summary>What to do with a database that cannot be kept.</summary>
    internal string BeginAnew =>
        postgres is not null
            ? $"remove the folder {postgres.Data}, if nothing in it is needed, or name another in StaffDashboard__DataFolder"
            : "name an empty one in ConnectionStrings__StaffDashboard and ConnectionStrings__Owner";

    internal static async Task<Ground> PrepareAsync(
        IConfiguration configuration,
        string contentRoot
    )
    {
        var root = HouseRoot.Find(contentRoot);
        var ground = new Ground { Settings = new SettingsReader(configuration).Read(root) };
        DataFolder.Ensure(ground.Settings.DataFolder);
        if (ground.Settings.App is not null || ground.Settings.Owner is not null)
            ground.UseOwnServer();
        else
            await ground.UseEmbeddedAsync(root);
        return ground;
    }

    public ValueTask DisposeAsync() => postgres?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The embedded server is ours to upgrade; one's own is upgraded by its owner's word only.</summary>
    internal async Task EnsureSchemaAsync(CancellationToken stop)
    {
        await WaitFor.DatabaseAsync(AppConnection, "ConnectionStrings__StaffDashboard", stop);
        if (IsEmbedded)
            await SchemaCheck.UpgradeAsync(this, stop);
        else
            await SchemaCheck.RefuseBehindAsync(this, stop);
    }

    void UseOwnServer()
    {
        (app, owner) = (Settings.App?.ToString(), Settings.Owner?.ToString());
        if ((Settings.App ?? Settings.Owner) is { } server && DatabaseEncryption.IsPlain(server))
            Console.WriteLine(
                $"The line to PostgreSQL at {server.Host} may not be encrypted: that is what “SSL Mode={server.SslMode}” asks for."
            );
    }

    async Task UseEmbeddedAsync(string root)
    {
        var options = new EmbeddedOptions(Settings.DataFolder)
        {
            Root = root,
            Say = Console.WriteLine,
        };
        try
        {
            postgres = await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
        }
        catch (NpgsqlException e)
        {
            throw new StartRefused(
                StartRefused.Unavailable,
                $"The embedded PostgreSQL does not let us in: {e.Message}",
                e
            );
        }
        app = postgres.AppConnectionString;
        owner = postgres.OwnerConnectionString;
    }

    static StartRefused Missing(string name, string who) =>
        StartRefused.Setting(
            $"ConnectionStrings__{name}",
            $"is missing; write how the {who} connects, see docs/deploy.md."
        );
}
