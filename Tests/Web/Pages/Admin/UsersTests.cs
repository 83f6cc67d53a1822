using System.Net;
using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Admin;

public sealed class UsersTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task Who_is_invited_chooses_a_name_and_a_password_once()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        var link = await InviteAsync(admin, "bea@example.test");
        using var bea = App.Stranger();
        Assert.Contains(
            "bea@example.test",
            (await bea.GetPageAsync(link)).Body!.TextContent,
            StringComparison.Ordinal
        );

        using var answer = await bea.PostAsync(
            link,
            ("Name", "Bea"),
            ("Password", "horse battery staple")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await bea.GetPageAsync("/account");
        using var again = await App.Stranger().GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        using var back = App.Stranger();
        await back.SignInAsync("bea@example.test", "horse battery staple");
        Assert.Equal(
            1,
            await CountAsync(
                "audit_log where table_name = 'users' and action = 'insert' and actor = 'Ada Admin'"
            )
        );
        Assert.Equal(0, await CountAsync("audit_log where diff::text like '%AQAAAA%'"));
    }

    [Fact]
    public async Task An_invitation_works_for_48_hours_and_a_newer_one_ends_it()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        var first = await InviteAsync(admin, "bea@example.test");
        var id = await Database.AskAsync<Guid>(
            "select id from users where email = 'bea@example.test'"
        );
        using var sent = await admin.PostAsync($"/admin/users/{id}?handler=Invite");
        var second = await LatestLinkAsync(admin);

        Assert.Equal(HttpStatusCode.Gone, await CodeAsync(first));
        Assert.Equal(HttpStatusCode.OK, await CodeAsync(second));
        App.Clock.Advance(TimeSpan.FromHours(48) + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Gone, await CodeAsync(second));
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_link_that_works_once()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var staff = await App.SignInAsync();
        using var stranger = App.Stranger();
        var words = new List<string>();
        foreach (var email in new[] { TestUsers.EmailOf(UserRole.Staff), "nobody@example.test" })
        {
            using var asked = await stranger.PostAsync("/account/forgot", ("Email", email));
            var page = await Visitor.ParseAsync(asked);
            words.Add(
                page.QuerySelector("main")!.TextContent.Replace(email, "", StringComparison.Ordinal)
            );
        }
        Assert.Equal(words[0], words[1]);
        var link = await Eventually.GetAsync(
            () => LatestLinkAsync(admin),
            e => e is InvalidOperationException
        );

        using var answer = await stranger.PostAsync(link, ("Password", "horse battery staple"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, await CodeAsync(link));
        using var before = await staff.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, before.StatusCode);
    }

    [Theory]
    [InlineData(UserRole.Staff)]
    [InlineData(UserRole.Manager)]
    public async Task Only_an_Admin_decides_who_signs_in(UserRole role)
    {
        using var visitor = await App.SignInAsync(role);
        foreach (var path in new[] { "/admin/users", "/admin/users/new", "/admin/outbox" })
        {
            using var answer = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        using var posted = await visitor.PostAsync(
            $"/admin/users/{await IdOfAsync(role)}?handler=Role",
            ("Role", "Admin")
        );
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        Assert.Equal(1, await CountAsync("users where role = 'Admin'"));
    }

    [Fact]
    public async Task A_new_role_holds_at_the_next_request_and_closes_open_sockets()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var manager = await App.SignInAsync(UserRole.Manager);
        await using var socket = await LiveClient.ConnectAsync(App.Address, manager.CookieHeader);
        await socket.WatchAsync(["team"]);
        await manager.GetPageAsync("/admin/audit");

        using var answer = await admin.PostAsync(
            $"/admin/users/{await IdOfAsync(UserRole.Manager)}?handler=Role",
            ("Role", "Staff")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var refused = await manager.GetAsync("/admin/audit");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("signed-out", await socket.Goodbye);
    }

    [Fact]
    public async Task Two_Admins_at_one_role_are_asked_and_the_second_decides()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        var id = await IdOfAsync(UserRole.Staff);
        var page = await admin.GetPageAsync($"/admin/users/{id}");
        await Database.RunAsync(
            $"update users set role = 'Manager', concurrency_stamp = 'new' where id = '{id}'"
        );

        using var stale = await admin.PostAsync(
            $"/admin/users/{id}?handler=Role",
            PersonOffice.Filled(page, "form[action$='handler=Role']", ("Role", "Admin"))
        );
        var chooser = await PersonOffice.RefusedAsync(stale, HttpStatusCode.Conflict);
        Assert.Equal(
            ["Admin", "Manager"],
            chooser.QuerySelectorAll(".side .value").Select(v => v.TextContent)
        );
        using var chosen = await admin.PostAsync(
            $"/admin/users/{id}?handler=Role",
            PersonOffice.Filled(chooser, "form[data-conflict]", ("Choice[Role]", "theirs"))
        );

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        var role = $"users where id = '{id}' and role";
        Assert.Equal(1, await CountAsync($"{role} = 'Manager'"));
        var trail = await admin.GetPageAsync("/admin/audit?table=users");
        var back = trail.QuerySelector("button[form=put-back]")!;
        using var put = await admin.PostAsync(
            back.GetAttribute("formaction")!,
            ("change", back.GetAttribute("value")!)
        );
        Assert.Equal(1, await CountAsync($"{role} = 'Admin'"));
    }

    [Fact]
    public async Task Who_is_disabled_is_out_at_once()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        using var staff = await App.SignInAsync();
        await using var socket = await LiveClient.ConnectAsync(App.Address, staff.CookieHeader);
        await socket.WatchAsync(["team"]);
        var address = $"/admin/users/{await IdOfAsync(UserRole.Staff)}";

        using var answer = await admin.PostAsync($"{address}?handler=Disable");

        Assert.Equal("signed-out", await socket.Goodbye);
        using var refused = await staff.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        using var enabled = await admin.PostAsync($"{address}?handler=Enable");
        using var back = await App.SignInAsync();
        await back.GetPageAsync("/account");
    }

    [Fact]
    public async Task The_last_Admin_stays()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        var address = $"/admin/users/{await IdOfAsync(UserRole.Admin)}";

        using var unsure = await admin.PostAsync($"{address}?handler=Role", ("Role", "Staff"));
        using var sure = await admin.PostAsync(
            $"{address}?handler=Role",
            ("Role", "Staff"),
            ("Sure", "true")
        );
        using var gone = await admin.PostAsync($"{address}?handler=Disable", ("Sure", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, sure.StatusCode);
        Assert.Contains(
            "last Admin",
            (await Visitor.ParseAsync(sure)).QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Conflict, gone.StatusCode);
        await Assert.ThrowsAsync<PostgresException>(() =>
            Database.RunAsync("delete from users where role = 'Admin'")
        );
        Assert.Equal(1, await CountAsync("users where role = 'Admin' and disabled_at is null"));
    }

    [Theory]
    [InlineData("password_hash = null")]
    [InlineData("disabled_at = now()")]
    public async Task An_invited_or_disabled_Admin_does_not_count_as_the_last_one(string state)
    {
        await Database.RunAsync(
            $"update users set role = 'Admin', {state} where email = '{TestUsers.EmailOf(UserRole.Staff)}'"
        );
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await admin.PostAsync(
            $"/admin/users/{await IdOfAsync(UserRole.Admin)}?handler=Role",
            ("Role", "Staff"),
            ("Sure", "true")
        );

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(1, await CountAsync("users where name = 'Ada Admin' and role = 'Admin'"));
        Assert.Equal(0, await CountAsync("audit_log where actor = 'Ada Admin' and diff ? 'role'"));
    }

    [Fact]
    public async Task Two_Admins_who_demote_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 10; round++)
        {
            await Database.RunAsync("update users set role = 'Admin'");
            var ids = new[] { await IdOfAsync(UserRole.Staff), await IdOfAsync(UserRole.Manager) };
            await Database.RunAsync(
                "update users set role = 'Manager' where email = 'admin@example.test'"
            );

            await Task.WhenAll(ids.Select(DemoteAsync));

            Assert.Equal(1, await CountAsync("users where role = 'Admin'"));
        }

        async Task DemoteAsync(Guid id)
        {
            await using var connection = new NpgsqlConnection(Database.AppConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                "update users set role = 'Staff' where id = $1",
                connection
            );
            command.Parameters.Add(new() { Value = id });
            try
            {
                await command.ExecuteNonQueryAsync();
            }
            catch (PostgresException refused) when (refused.ConstraintName == "users_last_admin")
            { }
        }
    }

    async Task<string> InviteAsync(Visitor admin, string email)
    {
        using var answer = await admin.PostAsync(
            "/admin/users/new",
            ("Form.Email", email),
            ("Form.Role", "Staff")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await LatestLinkAsync(admin);
    }

    /// <summary>The letter is written at once, and is in the outbox a moment later.</summary>
    static Task<string> LatestLinkAsync(Visitor admin) =>
        Eventually.GetAsync(() => LinkNowAsync(admin), e => e is InvalidOperationException);

    static async Task<string> LinkNowAsync(Visitor admin)
    {
        var outbox = await admin.GetPageAsync("/admin/outbox");
        var letter =
            outbox.QuerySelector("#letter-list [data-open]")?.GetAttribute("href")
            ?? throw new InvalidOperationException("The outbox is empty.");
        var link =
            (await admin.GetPageAsync(letter)).QuerySelector(".reading a")?.GetAttribute("href")
            ?? throw new InvalidOperationException("The letter still waits.");
        return new Uri(link).PathAndQuery;
    }

    async Task<HttpStatusCode> CodeAsync(string path)
    {
        using var stranger = App.Stranger();
        using var answer = await stranger.GetAsync(path);
        return answer.StatusCode;
    }
}
