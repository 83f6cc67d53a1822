using Npgsql;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Imports;

/// <summary>Nodes come and go while a list is saved.</summary>
public sealed class NodeTests(TestPostgres postgres)
{
    [Fact]
    public async Task Two_nodes_save_a_list_once()
    {
        await using var office = await OfficeAsync();
        await using var second = await OfficeApp.StartAsync(office.Database);
        await using var third = await OfficeApp.StartAsync(office.Database);
        var id = await office.UploadAsync([.. SaveTests.Numbered(300)]);
        await office.CheckAsync(id, fields: ["Name"]);
        await office.SaveAsync(id);
        Assert.Equal(299, await office.CountAsync("employees"));
        Assert.Equal(
            299,
            await office.CountAsync(
                $"audit_log where table_name = 'employees' and request_id = '{id}'"
            )
        );
    }

    [Fact]
    public async Task A_node_that_stops_hands_the_saving_on()
    {
        await using var office = await OfficeAsync();
        var held = await HoldAsync(office);
        var id = await office.UploadAsync("Name", "Quick", "Slow");
        await office.CheckAsync(id, fields: ["Name"]);
        await office.PressSaveAsync(id);
        await IsHeldUpAsync(office);
        await office.App.DisposeAsync();
        Assert.Equal(
            "Saving",
            await office.Database.AskAsync<string>($"select state from imports where id = '{id}'")
        );
        Assert.Equal(0, await office.CountAsync("employees"));
        await using var next = await OfficeApp.StartAsync(office.Database);
        await held.DisposeAsync();
        await office.BecomesAsync(id, "Done");
        Assert.Equal(2, await office.CountAsync("employees"));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_taken_up_again_from_the_start()
    {
        await using var office = await OfficeAsync();
        var held = await HoldAsync(office);
        var id = await office.UploadAsync("Name", "Quick", "Slow");
        await office.CheckAsync(id, fields: ["Name"]);
        await office.PressSaveAsync(id);
        await IsHeldUpAsync(office);
        await office.Database.RunAsync($"select pg_terminate_backend(pid) from ({HeldUp}) h");
        await held.DisposeAsync();
        await office.BecomesAsync(id, "Done");
        Assert.Equal(2, await office.CountAsync("employees"));
    }

    const string HeldUp =
        "select pid from pg_stat_activity where datname = current_database() and wait_event = 'advisory'";

    static Task IsHeldUpAsync(ImportOffice office) =>
        Eventually.TrueAsync(async () => await office.CountAsync($"({HeldUp}) h") == 1);

    static async Task<NpgsqlConnection> HoldAsync(ImportOffice office)
    {
        var held = new NpgsqlConnection(
            office.Database.SuperuserConnectionString + ";Pooling=false"
        );
        await held.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select pg_advisory_lock({ImportOffice.Wait})",
            held
        );
        await command.ExecuteNonQueryAsync();
        return held;
    }

    async Task<ImportOffice> OfficeAsync()
    {
        var office = new ImportOffice(postgres);
        await office.InitializeAsync();
        return office;
    }
}
