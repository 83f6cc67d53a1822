using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Pages.Team.Imports;

public sealed class SaveTests(ImportOffice office) : IClassFixture<ImportOffice>
{
    [Fact]
    public async Task The_trail_names_who_pressed_the_button()
    {
        var id = await office.UploadAsync("Name", "Trail Tina");
        await office.CheckAsync(id, fields: ["Name"]);
        using var admin = await office.App.SignInAsync(UserRole.Admin);
        using var pressed = await admin.PostAsync($"/team/import/{id}?handler=Save");
        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
        await office.BecomesAsync(id, "Done");
        Assert.Equal(
            "Ada Admin",
            await office.Database.AskAsync<string>(
                $"select actor from audit_log where request_id = '{id}' and table_name = 'employees'"
            )
        );
    }

    [Fact]
    public async Task Progress_is_not_a_line_of_the_trail()
    {
        var id = await office.UploadAsync([.. Numbered(100)]);
        await office.CheckAsync(id, fields: ["Name"]);
        await office.SaveAsync(id);
        Assert.Equal(
            0,
            await office.CountAsync($"audit_log where row_id = '{id}' and diff ? 'progress'")
        );
    }

    [Fact]
    public async Task A_failure_in_the_middle_leaves_nothing()
    {
        var id = await office.UploadAsync("Name,Role", "Before,Rigger", "Broken,", "After,");
        await office.CheckAsync(id, addRoles: true, fields: ["Name", "WorkRoleId"]);
        await office.PressSaveAsync(id);
        await office.BecomesAsync(id, "Failed");
        Assert.Equal(
            0,
            await office.CountAsync("employees where name in ('Before', 'Broken', 'After')")
        );
        Assert.Equal(0, await office.CountAsync("work_roles where name = 'Rigger'"));
        var page = await office.Manager.GetPageAsync($"/team/import/{id}");
        Assert.Contains(
            "nothing was saved",
            page.QuerySelector(".banner.bad")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Cancelling_in_the_middle_leaves_nothing_and_progress_is_told_meanwhile()
    {
        await using var held = await HoldAsync();
        var id = await office.UploadAsync([.. Numbered(5_500, "Waiting"), "Slow"]);
        await office.CheckAsync(id, fields: ["Name"]);
        await using var live = await LiveClient.ConnectAsync(
            office.App.Address,
            office.Manager.CookieHeader
        );
        await live.WatchAsync([$"import:{id}"]);
        await office.PressSaveAsync(id);
        // The first step is done, the second one waits: told, and yet nobody is in the team.
        await Eventually.TrueAsync(async () =>
            await office.Database.AskAsync<int>($"select progress from imports where id = '{id}'")
            > 4_000
        );
        await live.HearsAsync($"import:{id}");
        var page = await office.Manager.GetPageAsync($"/team/import/{id}?part=progress");
        Assert.Contains(
            "4,998 of 5,500 people",
            page.QuerySelector(".progress")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await office.CountAsync("employees where name like 'Waiting %'"));
        using var pressed = await office.Manager.PostAsync($"/team/import/{id}?handler=Cancel");
        await held.DisposeAsync();
        await office.BecomesAsync(id, "Cancelled");
        Assert.Equal(0, await office.CountAsync("employees where name in ('Slow', 'Waiting 7')"));
        await Eventually.TrueAsync(async () =>
            await office.CountAsync($"import_rows where import_id = '{id}'") == 0
        );
    }

    [Fact]
    public async Task What_is_not_wanted_is_discarded_at_once()
    {
        var id = await office.UploadAsync("Name", "Nobody");
        using var pressed = await office.Manager.PostAsync($"/team/import/{id}?handler=Cancel");
        await office.BecomesAsync(id, "Cancelled");
        Assert.Equal(0, await office.CountAsync($"import_rows where import_id = '{id}'"));
    }

    [Fact]
    public async Task A_week_later_the_lines_are_gone()
    {
        var id = await office.UploadAsync("Name", "Forgotten");
        await office.Database.RunAsync(
            $"update imports set created_at = now() - interval '8 days' where id = '{id}'"
        );
        await office
            .App.Services.GetRequiredService<JobRunner>()
            .RunAsync(RecurringJobs.Find("imports")!, TestContext.Current.CancellationToken);
        await office.BecomesAsync(id, "Cancelled");
        Assert.Equal(0, await office.CountAsync($"import_rows where import_id = '{id}'"));
    }

    internal static IEnumerable<string> Numbered(int count, string word = "Number") =>
        Enumerable.Range(0, count).Select(number => number == 0 ? "Name" : $"{word} {number}");

    async Task<NpgsqlConnection> HoldAsync()
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
}
