using System.Net;
using StaffDashboard.Data.Employees;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team;

/// <summary>Many at once, Undo and "put back" in the very moment in which somebody else saves.</summary>
public class MeetingTests(TestPostgres postgres) : TeamPages(postgres)
{
    const string Phone = "+4915123456701";

    [Fact]
    public async Task Whose_employment_somebody_sets_at_that_moment_is_left_and_it_is_said()
    {
        var (ann, bob) = (await HireAsync("Ann"), await HireAsync("Bob"));

        var (answer, toast) = await MeetAsync(
            $"update employees set employment = 'Freelance' where id = '{ann.Id}'",
            () => EmployAsync(ann, bob)
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            "Set 1 person to student. 1 left as it was: has it already, or somebody changed it in the meantime.",
            Text(toast)
        );
        Assert.Equal(Employment.Freelance, (await LookUpAsync(ann)).Employment);
        Assert.Equal(Employment.Student, (await LookUpAsync(bob)).Employment);
    }

    [Fact]
    public async Task Whose_employment_is_not_what_the_list_showed_is_left_and_it_is_said()
    {
        var (ann, bob) = (await HireAsync("Ann"), await HireAsync("Bob"));
        await Database.RunAsync(
            $"update employees set employment = 'Freelance' where id = '{ann.Id}'"
        );

        var (_, toast) = await EmployAsync(
            [ann, bob],
            ("Was", $"{ann.Id}:FullTime"),
            ("Was", $"{bob.Id}:FullTime"),
            ("Was", "nonsense")
        );

        Assert.StartsWith("Set 1 person to student. 1 left", Text(toast), StringComparison.Ordinal);
        Assert.Equal(Employment.Freelance, (await LookUpAsync(ann)).Employment);
        Assert.Equal(Employment.Student, (await LookUpAsync(bob)).Employment);
    }

    [Fact]
    public async Task A_skill_joins_those_that_somebody_gives_at_that_moment()
    {
        var ann = await HireAsync("Ann", p => p.HaveSkills(["bar"]));

        var (answer, _) = await MeetAsync(
            $"update employees set skills = '{{bar,wine}}', phone = '{Phone}' where id = '{ann.Id}'",
            () => PostAsync([ann], ("Action", "AddSkill"), ("Skill", "tea"))
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var now = await LookUpAsync(ann);
        Assert.Equal(["bar", "wine", "tea"], now.Skills);
        Assert.Equal(Phone, now.Phone);
    }

    [Fact]
    public async Task Whoever_is_saved_at_that_moment_is_archived_with_what_was_saved()
    {
        var ann = await HireAsync("Ann");

        var (answer, toast) = await MeetAsync(
            $"update employees set phone = '{Phone}' where id = '{ann.Id}'",
            () => PostAsync([ann], ("Action", "Archive"))
        );

        Assert.Equal("Archived 1 person", Text(toast));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var now = await LookUpAsync(ann);
        Assert.True(now.IsArchived);
        Assert.Equal(Phone, now.Phone);
    }

    [Fact]
    public async Task Whose_phone_somebody_takes_at_that_moment_stays_archived_and_the_others_come_back()
    {
        var ann = await ArchivedAsync("Ann", Phone);
        var bob = await ArchivedAsync("Bob", "+4915123456702");
        var cleo = await HireAsync("Cleo");

        var (answer, toast) = await MeetAsync(
            $"update employees set phone = '{Phone}' where id = '{cleo.Id}'",
            () => PostAsync([ann, bob], ("Action", "Restore"))
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("Restored 1 person. 1 left", Text(toast), StringComparison.Ordinal);
        Assert.True((await LookUpAsync(ann)).IsArchived);
        Assert.False((await LookUpAsync(bob)).IsArchived);
    }

    [Fact]
    public async Task Undo_puts_back_what_it_can_and_leaves_what_somebody_sets_at_that_moment()
    {
        var (ann, bob) = (await HireAsync("Ann"), await HireAsync("Bob"));
        var (_, toast) = await EmployAsync(ann, bob);

        var (answer, undone) = await MeetAsync(
            $"update employees set employment = 'Freelance' where id = '{bob.Id}'",
            () => PostAsync(Manager, Undo(toast), Key)
        );

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("Put back Ann. Bob changed again since and stayed.", Text(undone));
        Assert.Equal(Employment.FullTime, (await LookUpAsync(ann)).Employment);
        Assert.Equal(Employment.Freelance, (await LookUpAsync(bob)).Employment);
    }

    [Theory]
    [InlineData("phone = '+4915123456701'", HttpStatusCode.OK, Employment.FullTime)]
    [InlineData("employment = 'Freelance'", HttpStatusCode.Conflict, Employment.Freelance)]
    public async Task A_value_is_put_back_unless_somebody_sets_the_same_one_at_that_moment(
        string saved,
        HttpStatusCode status,
        Employment stays
    )
    {
        var ann = await HireAsync("Ann");
        await EmployAsync(ann);
        var line = await Database.AskAsync<long>(
            $"select max(id) from audit_log where person_id = '{ann.Id}'"
        );

        var (answer, _) = await MeetAsync(
            $"update employees set {saved} where id = '{ann.Id}'",
            () =>
                PostAsync(
                    Manager,
                    $"/team/{ann.Id}/history?handler=PutBack",
                    ("change", $"{line}:employment"),
                    Key
                )
        );

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(stays, (await LookUpAsync(ann)).Employment);
        Assert.Equal(
            saved.StartsWith("phone", StringComparison.Ordinal),
            (await LookUpAsync(ann)).Phone is not null
        );
    }

    [Fact]
    public async Task A_phone_that_somebody_takes_at_that_moment_is_refused_by_name_and_the_key_is_free()
    {
        var (ann, bob) = (await HireAsync("Ann"), await HireAsync("Bob"));
        var key = Key;

        Task<(HttpResponseMessage Answer, System.Text.Json.JsonElement)> SaveAsync(string phone) =>
            PostAsync(
                Staff,
                $"/team/{ann.Id}/contact",
                ("Name", "Ann"),
                ("Was[Name]", "Ann"),
                ("Phone", phone),
                ("Was[Phone]", ""),
                key
            );
        var (answer, _) = await MeetAsync(
            $"update employees set phone = '{Phone}' where id = '{bob.Id}'",
            () => SaveAsync(Phone)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "Bob has this phone number",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Null((await LookUpAsync(ann)).Phone);
        var (mended, _) = await SaveAsync("+4915123456702");
        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
        Assert.Equal("+4915123456702", (await LookUpAsync(ann)).Phone);
        Assert.Equal(
            1,
            await Database.AskAsync<long>(
                $"select count(*) from audit_log where person_id = '{ann.Id}' and action = 'update'"
            )
        );
    }

    static (string, string) Key => ("__Key", Guid.CreateVersion7().ToString());

    async Task<(HttpResponseMessage Answer, System.Text.Json.JsonElement Toast)> MeetAsync(
        string save,
        Func<Task<(HttpResponseMessage, System.Text.Json.JsonElement)>> other
    )
    {
        await using var meeting = await Meeting.BeginAsync(Database, save);
        return await meeting.MeetAsync(other);
    }

    Task<(HttpResponseMessage, System.Text.Json.JsonElement)> EmployAsync(
        params Employee[] people
    ) => EmployAsync(people, []);

    Task<(HttpResponseMessage, System.Text.Json.JsonElement)> EmployAsync(
        Employee[] people,
        params (string, string)[] more
    ) => PostAsync(people, [("Action", "Employ"), ("Employment", "Student"), .. more]);

    Task<(HttpResponseMessage, System.Text.Json.JsonElement)> PostAsync(
        Employee[] people,
        params (string, string)[] more
    ) => PostAsync(Manager, "/team/bulk", Picked(people, [.. more, Key]));

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
