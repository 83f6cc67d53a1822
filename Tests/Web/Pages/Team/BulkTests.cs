using System.Net;
using System.Text.Json;
using Npgsql;
using StaffDashboard.Data.Employees;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team;

public sealed class BulkTests(TestPostgres postgres) : TeamPages(postgres)
{
    [Fact]
    public async Task A_skill_is_added_in_the_spelling_in_use_recorded_and_taken_back()
    {
        var ann = await HireAsync("Ann", p => p.HaveSkills(["Barista"]));
        var bob = await HireAsync("Bob");

        var (answer, toast) = await PostAsync(
            Manager,
            "/team/bulk",
            Picked([ann, bob], ("Action", "AddSkill"), ("Skill", "barista"))
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith(
            "Added barista to 1 person. 1 left as it was",
            Text(toast),
            StringComparison.Ordinal
        );
        Assert.Equal("attention", toast.GetProperty("kind").GetString());
        Assert.Equal(["Barista"], (await LookUpAsync(bob)).Skills);
        Assert.Equal(
            "Mia Manager",
            await Database.AskAsync<string>(
                $"select actor from audit_log where row_id = '{bob.Id}' and action = 'update' and diff ? 'skills'"
            )
        );

        var (_, undone) = await PostAsync(Manager, Undo(toast));
        Assert.Equal("Put back Bob.", Text(undone));
        Assert.Empty((await LookUpAsync(bob)).Skills);
        Assert.Equal(["Barista"], (await LookUpAsync(ann)).Skills);
    }

    [Fact]
    public async Task Skills_employment_archive_and_restore_each_do_what_they_say_and_can_be_undone()
    {
        var ann = await HireAsync("Ann", p => p.HaveSkills(["bar", "English"]));

        await TryAsync(
            ann,
            [("Action", "RemoveSkill"), ("Skill", "BAR")],
            p => p.Skills.SequenceEqual(["English"]),
            p => p.Skills.SequenceEqual(["bar", "English"])
        );
        await TryAsync(
            ann,
            [("Action", "Employ"), ("Employment", "Student")],
            p => p.Employment == Employment.Student,
            p => p.Employment == Employment.FullTime
        );
        await TryAsync(ann, [("Action", "Archive")], p => p.IsArchived, p => !p.IsArchived);
        await PostAsync(Manager, "/team/bulk", Picked([ann], ("Action", "Archive")));
        await TryAsync(ann, [("Action", "Restore")], p => !p.IsArchived, p => p.IsArchived);
    }

    [Fact]
    public async Task A_role_is_set_recorded_and_taken_back_and_whose_role_has_changed_keeps_it()
    {
        var (bar, door) = (await RoleAsync("Bar"), await RoleAsync("Door"));
        var (ann, bob) = (await HireAsync("Ann"), await HireAsync("Bob"));
        await Database.RunAsync(
            $"update employees set work_role_id = '{door}' where id = '{bob.Id}'"
        );

        var (_, toast) = await PostAsync(
            Manager,
            "/team/bulk",
            Picked(
                [ann, bob],
                ("Action", "SetRole"),
                ("Role", $"{bar}"),
                ("Was", $"{ann.Id}:FullTime:"),
                ("Was", $"{bob.Id}:FullTime:")
            )
        );

        Assert.StartsWith("Set the role of 1 person", Text(toast), StringComparison.Ordinal);
        Assert.Equal(
            (bar, door),
            ((await LookUpAsync(ann)).WorkRoleId, (await LookUpAsync(bob)).WorkRoleId)
        );
        Assert.Equal(
            "Mia Manager",
            await Database.AskAsync<string>(
                $"select actor from audit_log where row_id = '{ann.Id}' and action = 'update' and diff ? 'work_role_id'"
            )
        );
        await PostAsync(Manager, Undo(toast));
        Assert.Null((await LookUpAsync(ann)).WorkRoleId);
    }

    [Fact]
    public async Task A_role_that_is_deleted_at_that_moment_is_refused_in_words()
    {
        var (ann, role) = (await HireAsync("Ann"), await RoleAsync("Bar"));
        await using var other = new NpgsqlConnection(Database.SuperuserConnectionString);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync("begin");
        await RunAsync($"delete from work_roles where id = '{role}'");

        var setting = PostAsync(
            Manager,
            "/team/bulk",
            Picked([ann], ("Action", "SetRole"), ("Role", $"{role}"), ("__Key", $"{role}"))
        );
        await Eventually.TrueAsync(() =>
            Database.AskAsync<bool>(
                "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"
            )
        );
        await RunAsync("commit");

        var (answer, toast) = await setting;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("That role no longer exists", Text(toast));
        Assert.Null((await LookUpAsync(ann)).WorkRoleId);

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, other);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Of_more_than_fit_the_first_of_the_list_are_told_and_how_many_there_are()
    {
        await Database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, opening_hours, notes) select gen_random_uuid(), 'Person ' || lpad(i::text, 4, '0'), '{}', 'FullTime', false, i, '' from generate_series(1, 1002) i"
        );
        var last = await Database.AskAsync<Guid>(
            "select id from employees where name = 'Person 1002'"
        );
        var first = await Database.AskAsync<Guid>(
            "select id from employees where name = 'Person 0001'"
        );

        using var listed = await Manager.GetAsync("/team?part=matches&sort=hours-desc");

        var people = JsonDocument
            .Parse(await listed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement.EnumerateArray()
            .Select(person => person.GetProperty("id").GetGuid())
            .ToList();
        Assert.Equal(
            ("1002", 1000),
            (Assert.Single(listed.Headers.GetValues("X-Total-Count")), people.Count)
        );
        Assert.Equal(last, people[0]);
        Assert.DoesNotContain(first, people);
    }

    [Fact]
    public async Task A_thousand_are_changed_at_once_with_what_the_list_showed_of_each()
    {
        await Database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, opening_hours, notes) select uuidv7(), 'Person ' || i, '{}', 'FullTime', false, 0, '' from generate_series(1, 1000) i"
        );
        using var listed = await Manager.GetAsync("/team?part=matches&q=person");
        var people = JsonDocument
            .Parse(await listed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement.EnumerateArray()
            .Select(p =>
                (Id: p.GetProperty("id").GetString()!, Was: p.GetProperty("was").GetString()!)
            )
            .ToList();
        Assert.Equal(1000, people.Count);

        var (_, toast) = await PostAsync(
            Manager,
            "/team/bulk",
            [
                .. people.Select(p => ("ids", p.Id)),
                .. people.Select(p => ("Was", $"{p.Id}:{p.Was}")),
                ("Action", "Employ"),
                ("Employment", "Student"),
            ]
        );

        Assert.Equal("Set 1,000 people to student", Text(toast));
    }

    [Fact]
    public async Task It_works_without_script_and_leads_back_to_the_same_view()
    {
        var ann = await HireAsync("Ann");

        using var answer = await Manager.PostAsync(
            "/team/bulk",
            Picked([ann], ("Action", "Archive"), ("View", "?sort=hours-desc"))
        );

        Assert.Equal("/team?sort=hours-desc", answer.Headers.Location?.OriginalString);
        Assert.Contains(
            "Archived 1 person",
            (await Manager.GetPageAsync("/team?sort=hours-desc"))
                .QuerySelector(".toast")!
                .TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_at_once_on_the_same_people_both_get_through()
    {
        var people = new List<Employee>();
        for (var i = 0; i < 30; i++)
            people.Add(await HireAsync($"P{i}"));
        var other = await App.SignInAsync(StaffDashboard.Data.Users.UserRole.Admin);

        var answers = await Task.WhenAll(
            PostAsync(
                Manager,
                "/team/bulk",
                Picked(people, ("Action", "AddSkill"), ("Skill", "bar"))
            ),
            PostAsync(
                other,
                "/team/bulk",
                Picked(people.AsEnumerable().Reverse(), ("Action", "AddSkill"), ("Skill", "wine"))
            )
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Answer.StatusCode));
        await using var office = Open();
        Assert.All(
            office.Employees,
            person => Assert.Equal(["bar", "wine"], person.Skills.Order())
        );
    }

    async Task<Guid?> RoleAsync(string name) =>
        await Database.AskAsync<Guid>(
            $"insert into work_roles (id, name, hue) values (uuidv7(), '{name}', 1) returning id"
        );

    async Task TryAsync(
        Employee person,
        (string, string)[] action,
        Func<Employee, bool> done,
        Func<Employee, bool> undone
    )
    {
        var (answer, toast) = await PostAsync(Manager, "/team/bulk", Picked([person], action));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(done(await LookUpAsync(person)), action[0].Item2);
        await PostAsync(Manager, Undo(toast));
        Assert.True(undone(await LookUpAsync(person)), "undo of " + action[0].Item2);
    }
}
