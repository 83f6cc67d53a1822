using System.Net;

namespace StaffDashboard.Tests.Web.Pages.Team.Imports;

public sealed class UndoImportTests(ImportOffice office) : IClassFixture<ImportOffice>
{
    [Fact]
    public async Task An_import_is_taken_back_but_for_what_has_changed_since()
    {
        var known = Guid.CreateVersion7();
        await office.Database.RunAsync(
            $"insert into employees (id, name, phone, skills, employment, always_needed, opening_hours, notes) values ('{known}', 'Undone Known', '+4930555001', '{{}}', 'FullTime', false, 0, 'Before')"
        );
        var id = await office.UploadAsync(
            "Name;Phone;Notes",
            "Undone Known;+4930555001;After",
            "Undone New;+4930555002;",
            "Undone Since;+4930555003;"
        );
        await office.CheckAsync(id, fields: ["Name", "Phone", "Notes"]);
        await office.SaveAsync(id);
        await office.Database.RunAsync(
            "update employees set notes = 'x' where name = 'Undone Since'"
        );
        var page = await office.Manager.GetPageAsync($"/team/import/{id}");
        var undo = page.QuerySelector("form[data-action='Undo an import']")!
            .GetAttribute("action")!;

        using var answer = await office.Manager.PostAsync(undo);
        using var again = await office.Manager.PostAsync(undo);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var undone = await office.Manager.GetPageAsync($"/team/import/{id}");
        Assert.Contains(
            "This import was undone",
            undone.QuerySelector("#import-progress .banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(undone.QuerySelector("form[data-action='Undo an import']"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(
            1,
            await office.CountAsync($"employees where id = '{known}' and notes = 'Before'")
        );
        Assert.Equal(
            1,
            await office.CountAsync(
                "employees where name = 'Undone New' and archived_at is not null"
            )
        );
        Assert.Equal(
            1,
            await office.CountAsync("employees where name = 'Undone Since' and archived_at is null")
        );
        Assert.Equal(
            2,
            await office.CountAsync(
                "audit_log where actor = 'Mia Manager' and action = 'update' and (diff ? 'archived_at' or diff -> 'notes' = '[\"After\", \"Before\"]')"
            )
        );
    }

    [Fact]
    public async Task An_import_of_which_nothing_could_be_put_back_is_not_called_undone()
    {
        var id = await office.UploadAsync("Name", "Kept Kim");
        await office.CheckAsync(id, fields: ["Name"]);
        await office.SaveAsync(id);
        await office.Database.RunAsync("update employees set notes = 'x' where name = 'Kept Kim'");

        using var answer = await office.Manager.PostAsync($"/team/import/{id}?handler=Undo");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await office.Manager.GetPageAsync($"/team/import/{id}");
        Assert.NotNull(page.QuerySelector("form[data-action='Undo an import']"));
        Assert.Contains(
            "Nothing was put back. Kept Kim changed again since and stayed.",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Undid", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await office.CountAsync($"imports where id = '{id}' and state = 'Done'"));
    }
}
