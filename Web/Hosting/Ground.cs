using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Migrations;
using StaffDashboard.Web.Hosting.Embedded;

namespace StaffDashboard.Web.Hosting;

/// <summary>What the house stands on: checked settings and a database server that answers.</summary>
sealed class Ground : IAsyncDisposable
{
    EmbeddedPostgres? postgres;

    internal required Settings Settings { get; init; }
    internal string AppConnection { get; private set; } = "";
    internal string OwnerConnection { get; private set; } = "";
    internal bool IsEmbedded => postgres is not null;

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
            await Schema.UpgradeAsync(OwnerConnection, stop);
        else
            await SchemaCheck.RefuseBehindAsync(AppConnection, stop);
    }

    void UseOwnServer()
    {
        AppConnection =
            Settings.App?.ToString()
            ?? throw StartRefused.Setting(
                "ConnectionStrings__StaffDashboard",
                "is missing, though ConnectionStrings__Owner is there; write how the app's role connects."
            );
        OwnerConnection = Settings.Owner?.ToString() ?? "";
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
        AppConnection = postgres.AppConnectionString;
        OwnerConnection = postgres.OwnerConnectionString;
    }
}
