using System.Net;
using StaffDashboard.Data.Employees;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team;

/// <summary>Who is left as they are, though they were picked.</summary>
public sealed class BulkSkippedTests(TestPostgres postgres) : TeamPages(postgres)
{
    [Fact]
    public async Task Undo_leaves_what_somebody_changed_since_and_says_so()
    {
        var ann = await HireAsync("Ann");
        var bob = await HireAsync("Bob");
        var (_, toast) = await PostAsync(
            Manager,
            "/team/bulk",
            Picked([ann, bob], ("Action", "Employ"), ("Employment", "Student"))
        );
        await Database.RunAsync(
            $"update employees set employment = 'Freelance' where id = '{bob.Id}'"
        );

        var (_, undone) = await PostAsync(Manager, Undo(toast));

        Assert.Equal("Put back Ann. Bob changed again since and stayed.", Text(undone));
        Assert.Equal(Employment.FullTime, (await LookUpAsync(ann)).Employment);
        Assert.Equal(Employment.Freelance, (await LookUpAsync(bob)).Employment);
    }

    [Fact]
    public async Task Whoever_has_lost_the_phone_to_somebody_active_stays_archived()
    {
        var gone = await HireAsync(
            "Ann",
            p =>
            {
                p.Phone = "+4915123456701";
                p.Archive(App.Clock);
            }
        );
        await HireAsync("Bob", p => (p.Phone = "+4915123456701").ToString());

        var (answer, toast) = await PostAsync(
            Manager,
            "/team/bulk",
            Picked([gone], ("Action", "Restore"))
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("same phone", Text(toast), StringComparison.Ordinal);
        Assert.True((await LookUpAsync(gone)).IsArchived);
    }

    [Fact]
    public async Task Of_two_who_share_a_phone_one_comes_back()
    {
        var (ann, bob, cleo) = (
            await ArchivedAsync("Ann", "+4915123456701"),
            await ArchivedAsync("Bob", "+4915123456701"),
            await ArchivedAsync("Cleo", "+4915123456702")
        );

        var (answer, toast) = await PostAsync(
            Manager,
            "/team/bulk",
            Picked([bob, ann, cleo], ("Action", "Restore"))
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("Restored 2 people. 1 left", Text(toast), StringComparison.Ordinal);
        Assert.NotEqual((await LookUpAsync(ann)).IsArchived, (await LookUpAsync(bob)).IsArchived);
        Assert.False((await LookUpAsync(cleo)).IsArchived);
        Assert.Equal(
            2,
            await Database.AskAsync<long>(
                "select count(*) from audit_log where action = 'update' and diff ? 'archived_at'"
            )
        );
    }

    [Fact]
    public async Task Whoever_has_as_many_skills_as_there_may_be_is_left_as_they_are()
    {
        var full = await HireAsync(
            "Ann",
            p => p.HaveSkills(Enumerable.Range(1, Employee.MaxSkills).Select(i => $"skill {i}"))
        );
        var almost = await HireAsync(
            "Bob",
            p => p.HaveSkills(Enumerable.Range(2, Employee.MaxSkills - 1).Select(i => $"skill {i}"))
        );

        var (answer, toast) = await PostAsync(
            Manager,
            "/team/bulk",
            Picked([full, almost], ("Action", "AddSkill"), ("Skill", "one too many"))
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith(
            "Added one too many to 1 person. 1 left",
            Text(toast),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("one too many", (await LookUpAsync(full)).Skills);
        Assert.Equal(Employee.MaxSkills, (await LookUpAsync(almost)).Skills.Length);
    }

    Task<Employee> ArchivedAsync(string name, string phone) =>
        HireAsync(
            name,
            p =>
            {
                p.Phone = phone;
                p.Archive(App.Clock);
            }
        );
}
