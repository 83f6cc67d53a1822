using System.Net;
using System.Text;

namespace StaffDashboard.Tests.Web.Pages.Team.Imports;

public sealed class CheckTests(ImportOffice office) : IClassFixture<ImportOffice>
{
    [Fact]
    public async Task Every_bad_line_is_named_with_its_reason()
    {
        await office.Database.RunAsync(
            "insert into employees (id, name, phone, skills, employment, always_needed, notes, opening_hours) values (gen_random_uuid(), 'Already Here', '+491701', '{}', 'FullTime', false, '', 0)".Replace(
                "+491701",
                "+49170111222",
                StringComparison.Ordinal
            )
        );
        var id = await office.UploadAsync(
            "Name,Phone,E-mail,Role,Rate,Last worked",
            "Fine,+49 151 1000001,fine@example.com,,12.5,21.11.2026",
            ",+49 151 1000002,,,,",
            "Bad phone,12,,,,",
            "Bad mail,,nobody,,,",
            "No such role,,,Astronaut,,",
            "Twice,0151 1000001,,,,",
            "Ragged,1",
            "Too dear,,,,100000,",
            "Old date,,,,,yesterday",
            "Taken,+49 170 111222,,,,",
            "No\uFFFEthing,,,,,",
            "Hid\u200Bden,,,,,"
        );
        await office.CheckAsync(
            id,
            update: false,
            addRoles: false,
            "Name",
            "Phone",
            "Email",
            "WorkRoleId",
            "HourlyRate",
            "LastWorkedOn"
        );
        var rejected = await office.RejectedAsync(id);
        Assert.Equal(
            [
                (3, "Enter a name."),
                (4, "Enter a phone number with its country code, like +49 1512 3456701."),
                (5, "Enter an e-mail address like name@example.com."),
                (
                    6,
                    "Role: “Astronaut” is not in the list. A manager adds roles under Admin, Work roles."
                ),
                (7, "Phone: line 2 has the same number."),
                (8, "The line has 2 cells, the heading 6."),
                (9, "Hourly rate: enter a number from 0 to 10,000."),
                (10, "Last worked: enter a date as 2026-11-21 or 21.11.2026."),
                (11, "Phone: Already Here of the team has this number."),
                (12, "Name contains characters that are not text. Type it again."),
                (
                    13,
                    "This name contains an invisible character or a line break. Type it instead of pasting it."
                ),
            ],
            rejected
        );
    }

    [Fact]
    public async Task A_file_whose_headings_mean_no_name_says_so_before_it_is_checked()
    {
        var id = await office.UploadAsync("Who,Phone", "Gina,+49 151 1000009");
        var named = await office.UploadAsync("Vorname,Nachname", "Gina,Good");

        var page = await office.Manager.GetPageAsync($"/team/import/{id}/columns");
        var fine = await office.Manager.GetPageAsync($"/team/import/{named}/columns");

        Assert.Equal(
            "No column of the file holds the name. The heading looked for is Name, or First name and Last name.",
            page.QuerySelector(".banner")!.TextContent.Trim()
        );
        Assert.Null(fine.QuerySelector(".banner"));
    }

    [Fact]
    public async Task A_line_with_the_number_of_somebody_archived_says_that_it_adds_a_second_one()
    {
        var gone = Guid.CreateVersion7();
        await office.Database.RunAsync(
            $"""
            insert into employees (id, name, phone, skills, employment, always_needed, notes, opening_hours, archived_at)
            values ('{gone}', 'Gone Greta', '+4915177700001', {"'{}'"}, 'FullTime', false, '', 0, now()),
              (gen_random_uuid(), 'Back Bob', '+4915177700002', {"'{}'"}, 'FullTime', false, '', 0, now()),
              (gen_random_uuid(), 'Back Bob', '+4915177700002', {"'{}'"}, 'FullTime', false, '', 0, null)
            """
        );
        var id = await office.UploadAsync(
            "Name,Phone",
            "Nobody Known,",
            "Greta,0151 777 00001",
            "Bob,0151 777 00002"
        );
        await office.CheckAsync(id, fields: ["Name", "Phone"]);

        var page = await office.Manager.GetPageAsync($"/team/import/{id}");
        Assert.Equal(
            "1 line names an archived person. Saving adds a second one. To update instead, restore the archived person first.",
            page.QuerySelector("[data-archived]")!.TextContent.Trim()
        );
        var notice = Assert.Single(page.QuerySelectorAll("tbody .warn"));
        Assert.Equal("Gone Greta", notice.QuerySelector("a")!.TextContent);
        Assert.Equal($"/team/{gone}", notice.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("3", notice.Closest("tr")!.QuerySelector("td")!.TextContent);

        await office.SaveAsync(id);
        Assert.Equal(2, await office.CountAsync("employees where phone = '+4915177700001'"));
        Assert.Equal(2, await office.CountAsync("employees where phone = '+4915177700002'"));
    }

    [Fact]
    public async Task Nothing_is_saved_while_lines_are_rejected_and_nobody_said_that_they_stay_out()
    {
        var id = await office.UploadAsync("Name,Phone", "Good Gina,", "Bad Ben,12");
        await office.CheckAsync(id, fields: ["Name", "Phone"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await office.PressSaveAsync(id));
        Assert.Equal(0, await office.CountAsync("employees where name like 'G%Gina'"));
        await office.SaveAsync(id, leaveRejectedOut: true);
        Assert.Equal(1, await office.CountAsync("employees where name like 'G%Gina'"));
        Assert.Equal(1, await office.CountAsync($"import_rows where import_id = '{id}'"));
        Assert.Equal(0, await office.CountAsync($"import_records where import_id = '{id}'"));
    }

    [Fact]
    public async Task The_rejected_lines_can_be_mended_and_sent_again()
    {
        var id = await office.UploadAsync("Name;Phone;Notes", "=cmd|x;12;\"two\nlines\"");
        await office.CheckAsync(id, fields: ["Name", "Phone", "Notes"]);
        using var answer = await office.Manager.GetAsync($"/team/import/{id}/rejected.csv");
        var file = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            "\uFEFFName;Phone;Notes;Why\r\n'=cmd|x;12;\"two\nlines\";Enter a phone number with its country code, like +49 1512 3456701.\r\n",
            file
        );
    }

    [Fact]
    public async Task Missing_roles_are_added_when_one_says_so()
    {
        var id = await office.UploadAsync("Name,Role", "Rolf,Stagehand", "Rita,stagehand", "Ron,");
        await office.CheckAsync(id, addRoles: true, fields: ["Name", "WorkRoleId"]);
        var page = await office.Manager.GetPageAsync($"/team/import/{id}");
        Assert.Equal("Stagehand", page.QuerySelector(".facts .tag")!.TextContent);
        Assert.Equal(0, await office.CountAsync("work_roles where name = 'Stagehand'"));
        await office.SaveAsync(id);
        Assert.Equal(
            2,
            await office.CountAsync(
                "employees e join work_roles r on r.id = e.work_role_id where r.name = 'Stagehand'"
            )
        );
    }

    [Fact]
    public async Task The_preview_shows_people_as_they_will_be()
    {
        var id = await office.UploadAsync("Vorname,Nachname,Telefon", "Amira,Yilmaz,0151 76543210");
        await office.CheckAsync(id, fields: ["FirstName", "LastName", "Phone"]);
        var page = await office.Manager.GetPageAsync($"/team/import/{id}");
        var cells = page.QuerySelectorAll("section[aria-labelledby=preview-title] tbody td")
            .Select(td => td.TextContent.Trim());
        Assert.Equal(["2", "New", "Amira Yilmaz", "+49 1517 6543210"], cells);
    }

    [Fact]
    public async Task A_role_with_an_invisible_character_in_its_name_is_refused()
    {
        var id = await office.UploadAsync("Name,Role", "Ann,Stew\u200Bard");

        await office.CheckAsync(id, update: false, addRoles: true, "Name", "WorkRoleId");

        Assert.Equal(2, Assert.Single(await office.RejectedAsync(id)).Item1);
        Assert.Equal(
            0,
            await office.Database.AskAsync<long>(
                "select count(*) from work_roles where name like 'Stew%'"
            )
        );
    }
}
