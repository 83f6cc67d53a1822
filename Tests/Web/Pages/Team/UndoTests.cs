using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Team;

/// <summary>Undo of what one saved oneself, as far as one's role still goes.</summary>
public class UndoTests(TestPostgres postgres) : TeamPages(postgres)
{
    [Fact]
    public async Task Staff_takes_back_what_they_saved_of_a_contact()
    {
        var ann = await HireAsync("Ann", p => p.Email = "ann@example.org");
        var page = await Staff.GetPageAsync($"/team/{ann.Id}/contact");
        var (_, saved) = await PostAsync(
            Staff,
            $"/team/{ann.Id}/contact",
            PersonOffice.Filled(page, PersonOffice.Form, ("Email", "new@example.org"))
        );
        Assert.Equal("Saved e-mail of Ann", Text(saved));

        var (_, undone) = await PostAsync(Staff, Undo(saved));

        Assert.Equal("Put back Ann.", Text(undone));
        Assert.Equal("ann@example.org", (await LookUpAsync(ann)).Email);
        Assert.Equal(
            2L,
            await Database.AskAsync<long>(
                $"select count(*) from audit_log where row_id = '{ann.Id}' and actor = 'Sam Staff' and diff ? 'email'"
            )
        );
    }

    [Fact]
    public async Task Undo_is_refused_to_a_role_that_no_longer_allows_it()
    {
        var ann = await HireAsync("Ann");
        var page = await Manager.GetPageAsync($"/team/{ann.Id}/hours");
        var (_, saved) = await PostAsync(
            Manager,
            $"/team/{ann.Id}/hours",
            PersonOffice.Filled(page, PersonOffice.Form, ("HourlyRate", "17.5"))
        );
        var email = TestUsers.EmailOf(UserRole.Manager);
        await Database.RunAsync($"update users set role = 'Staff' where email = '{email}'");

        var (_, undone) = await PostAsync(Manager, Undo(saved));

        Assert.StartsWith("Nothing was put back.", Text(undone), StringComparison.Ordinal);
        Assert.Equal(17.5m, (await LookUpAsync(ann)).HourlyRate);
    }

    [Fact]
    public async Task Whoever_is_no_manager_any_more_cannot_undo_that_they_archived_somebody()
    {
        var ann = await HireAsync("Ann");
        var (_, archived) = await PostAsync(
            Manager,
            "/team/bulk",
            Picked([ann], ("Action", "Archive"))
        );
        var email = TestUsers.EmailOf(UserRole.Manager);
        await Database.RunAsync($"update users set role = 'Staff' where email = '{email}'");

        var (_, undone) = await PostAsync(Manager, Undo(archived));

        Assert.StartsWith("Nothing was put back.", Text(undone), StringComparison.Ordinal);
        Assert.NotNull((await LookUpAsync(ann)).ArchivedAt);
    }

    [Fact]
    public async Task Saving_an_unchanged_form_says_so_and_offers_no_undo()
    {
        var ann = await HireAsync("Ann");
        var page = await Staff.GetPageAsync($"/team/{ann.Id}/contact");

        var (_, toast) = await PostAsync(
            Staff,
            $"/team/{ann.Id}/contact",
            PersonOffice.Filled(page, PersonOffice.Form)
        );

        Assert.Equal("No changes to save.", Text(toast));
        Assert.Null(Undo(toast));
    }
}
