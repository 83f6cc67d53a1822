using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Imports;

/// <summary>People who are in the team already are known by their phone number.</summary>
public sealed class SaveByPhoneTests(ImportOffice office) : IClassFixture<ImportOffice>
{
    [Fact]
    public async Task Updating_by_phone_keeps_fields_that_the_file_does_not_have()
    {
        await AddAsync("Update Uwe", "+4915155501", "old@example.com", "keep me");
        var id = await office.UploadAsync(
            "Phone,E-mail,Notes,Skills",
            "0151 55501,new@example.com,,\"bar, English\""
        );
        await office.CheckAsync(id, fields: ["Phone", "Email", "Notes", "Skills"]);
        await office.SaveAsync(id);
        Assert.Equal(
            "Update Uwe|new@example.com|keep me|{bar,English}",
            await office.Database.AskAsync<string>(
                "select concat_ws('|', name, email, notes, skills::text) from employees where phone = '+4915155501'"
            )
        );
    }

    [Fact]
    public async Task Updating_by_phone_finds_whoever_is_active_and_leaves_whoever_is_archived()
    {
        await AddAsync("Gone Gus", "+4915155510", "gus@example.com", "");
        await AddAsync("Gone Gil", "+4915155511", "gil@example.com", "");
        await office.Database.RunAsync(
            "update employees set archived_at = now() where name like 'Gone G%'"
        );
        await AddAsync("Here Hal", "+4915155511", "hal@example.com", "");
        var id = await office.UploadAsync(
            "Name,Phone,E-mail",
            "New Gus,0151 55510,new-gus@example.com",
            "Here Hal,0151 55511,new-hal@example.com"
        );

        await office.CheckAsync(id, fields: ["Name", "Phone", "Email"]);
        await office.SaveAsync(id);

        Assert.Equal(
            "Gone Gil gil@example.com, Gone Gus gus@example.com, Here Hal new-hal@example.com, New Gus new-gus@example.com",
            await office.Database.AskAsync<string>(
                "select string_agg(name || ' ' || email, ', ' order by name) from employees where phone in ('+4915155510', '+4915155511')"
            )
        );
        Assert.Equal(
            "insert New Gus, update Here Hal",
            await office.Database.AskAsync<string>(
                $"""
                select string_agg(action || ' ' || name, ', ' order by action) from audit_log join employees on employees.id = person_id
                where request_id = '{id}' and table_name = 'employees'
                """
            )
        );
    }

    [Fact]
    public async Task Who_is_the_same_already_is_left_alone()
    {
        await AddAsync("Same Sina", "+4915155502", "same@example.com", "");
        var id = await office.UploadAsync("Name,Phone", "Same Sina,0151 55502", "New Nora,");
        await office.CheckAsync(id, fields: ["Name", "Phone"]);
        await office.SaveAsync(id);
        Assert.Equal(
            1,
            await office.Database.AskAsync<int>($"select unchanged from imports where id = '{id}'")
        );
        Assert.Equal(
            0,
            await office.CountAsync(
                "audit_log where action = 'update' and diff ? 'name' and diff ->> 'name' like '%Same Sina%'"
            )
        );
    }

    [Fact]
    public async Task Somebody_changed_since_the_check_is_not_overwritten()
    {
        await AddAsync("Changing Cleo", "+4915155503", "", "");
        var id = await office.UploadAsync(
            "Name,Phone,Notes",
            "Added Anton,,",
            "Changing Cleo,0151 55503,from the file"
        );
        await office.CheckAsync(id, fields: ["Name", "Phone", "Notes"]);
        await office.Database.RunAsync(
            "update employees set notes = 'by hand' where phone = '+4915155503'"
        );
        await office.PressSaveAsync(id);
        await office.BecomesAsync(id, "Checked");
        await Eventually.TrueAsync(async () =>
            await office.CountAsync(
                $"imports where id = '{id}' and problem like '%Check it again.'"
            ) == 1
        );
        Assert.Equal(
            "by hand",
            await office.Database.AskAsync<string>(
                "select notes from employees where phone = '+4915155503'"
            )
        );
        Assert.Equal(0, await office.CountAsync("employees where name = 'Added Anton'"));
    }

    [Fact]
    public async Task A_number_that_somebody_got_since_the_check_stops_the_saving()
    {
        var id = await office.UploadAsync("Name,Phone", "First Fritz,", "Late Lena,0151 55504");
        await office.CheckAsync(id, fields: ["Name", "Phone"]);
        await AddAsync("Quicker Quinn", "+4915155504", "", "");
        await office.PressSaveAsync(id);
        await Eventually.TrueAsync(async () =>
            await office.CountAsync($"imports where id = '{id}' and problem is not null") == 1
        );
        Assert.Equal(0, await office.CountAsync("employees where name = 'First Fritz'"));
    }

    Task AddAsync(string name, string phone, string email, string notes) =>
        office.Database.RunAsync(
            $"""
            insert into employees (id, name, phone, email, skills, employment, always_needed, notes, opening_hours)
            values (gen_random_uuid(), '{name}', '{phone}', nullif('{email}', ''), '[]'::text::text[], 'Student', true, '{notes}', 3)
            """.Replace("'[]'::text::text[]", "'{}'", StringComparison.Ordinal)
        );
}
