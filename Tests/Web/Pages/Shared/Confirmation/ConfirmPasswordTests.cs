using System.Net;
using AngleSharp.Html.Dom;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Shared.Confirmation;

/// <summary>The screen was left unlocked: what cannot be undone needs the password again.</summary>
public sealed class ConfirmPasswordTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string Form = "form.form";
    const string Field = "__Password";

    [Fact]
    public async Task A_role_is_changed_once_the_password_was_typed_again()
    {
        using var admin = await LongSignedInAsync();
        var path = await PageOfAsync(UserRole.Staff) + "?handler=Role";

        var asked = await AskedAsync(admin, path, ("Role", "Manager"));
        Assert.Equal(path, asked.QuerySelector(Form)!.GetAttribute("action"));
        Assert.NotNull(asked.QuerySelector($"input[name={Field}][autofocus]"));
        Assert.Null(asked.QuerySelector("[role=alert], [aria-invalid]"));
        var wrong = await AskedAsync(
            admin,
            path,
            PersonOffice.Filled(asked, Form, (Field, "a guess that is wrong"))
        );
        Assert.Contains(
            "not your password",
            wrong.QuerySelector("#Password-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await RoleChangesAsync());

        using var done = await admin.PostAsync(
            path,
            PersonOffice.Filled(wrong, Form, (Field, TestUsers.Password))
        );

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(1, await RoleChangesAsync());
        Assert.Equal(1, await CountAsync("users where role = 'Manager' and name = 'Sam Staff'"));
    }

    [Fact]
    public async Task It_is_remembered_for_five_minutes_in_this_session_alone()
    {
        using var admin = await LongSignedInAsync();
        using var elsewhere = await LongSignedInAsync();
        var path = await PageOfAsync(UserRole.Staff);
        var asked = await AskedAsync(admin, path + "?handler=Disable");
        using var confirmed = await admin.PostAsync(
            path + "?handler=Disable",
            PersonOffice.Filled(asked, Form, (Field, TestUsers.Password))
        );
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);

        App.Clock.Advance(TimeSpan.FromMinutes(4));
        using var again = await admin.PostAsync(path + "?handler=Enable");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var cookie = Assert.Single(admin.Cookies, c => c.Name == "staffdashboard-confirmed");
        elsewhere.Http.DefaultRequestHeaders.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        await AskedAsync(elsewhere, path + "?handler=Disable");

        App.Clock.Advance(TimeSpan.FromMinutes(2));
        await AskedAsync(admin, path + "?handler=Disable");
        Assert.Equal(0, await CountAsync("users where disabled_at is not null"));
    }

    [Fact]
    public async Task Whoever_has_just_signed_in_is_not_asked()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var done = await admin.PostAsync(
            await PageOfAsync(UserRole.Staff) + "?handler=Role",
            ("Role", "Manager")
        );

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    [Fact]
    public async Task Erasing_and_inviting_need_it()
    {
        await using var office = Office();
        var amira = new Employee { Name = "Amira Yilmaz" };
        office.Add(amira);
        await office.SaveChangesAsync(TestContext.Current.CancellationToken);
        using var admin = await LongSignedInAsync();
        var erase = $"/team/{amira.Id}/erase";

        var asked = await AskedAsync(admin, erase, ("Confirmation", "Amira Yilmaz"));
        await AskedAsync(
            admin,
            "/admin/users/new",
            ("Form.Email", "bea@example.test"),
            ("Form.Role", "Admin")
        );
        Assert.Equal(0, await CountAsync("employees where erased_at is not null"));
        Assert.Equal(3, await CountAsync("users"));

        using var done = await admin.PostAsync(
            erase,
            PersonOffice.Filled(asked, Form, (Field, TestUsers.Password))
        );
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(
            1,
            await CountAsync("audit_log where action = 'erase' and actor = 'Ada Admin'")
        );
    }

    [Fact]
    public async Task A_name_that_is_typed_wrong_is_said_before_the_password_is_asked_for()
    {
        await using var office = Office();
        var amira = new Employee { Name = "Amira Yilmaz" };
        office.Add(amira);
        await office.SaveChangesAsync(TestContext.Current.CancellationToken);
        using var admin = await LongSignedInAsync();

        using var wrong = await admin.PostAsync(
            $"/team/{amira.Id}/erase",
            ("Confirmation", "Amira Yilmax"),
            (Field, "a guess that is wrong")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await Visitor.ParseAsync(wrong);
        Assert.Equal(
            "Nothing was erased: this is not the name. Enter Amira Yilmaz.",
            page.QuerySelector("#Confirmation-error")!.TextContent
        );
        Assert.Equal("Amira Yilmax", page.QuerySelector("#Confirmation")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector($"input[name={Field}]"));
        Assert.Equal(0, await CountAsync("employees where erased_at is not null"));
    }

    [Fact]
    public async Task Guessing_is_slowed_down_there_too()
    {
        using var admin = await LongSignedInAsync();
        var path = await PageOfAsync(UserRole.Staff) + "?handler=Role";
        for (var i = 0; i < 5; i++)
            await AskedAsync(admin, path, ("Role", "Manager"), (Field, "a guess"));
        await Database.RunAsync(
            "update sign_in_throttles set last_failure_at = last_failure_at + interval '1 hour'"
        );

        using var refused = await admin.PostAsync(
            path,
            ("Role", "Manager"),
            (Field, TestUsers.Password)
        );

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(0, await RoleChangesAsync());
    }

    [Fact]
    public async Task No_trace_of_the_password_is_kept_with_the_answer()
    {
        using var admin = await LongSignedInAsync();
        var path = await PageOfAsync(UserRole.Staff) + "?handler=Role";
        var key = Guid.CreateVersion7().ToString();

        using var first = await admin.PostAsync(
            path,
            ("Role", "Manager"),
            ("__Key", key),
            (Field, TestUsers.Password)
        );
        using var repeat = await admin.PostAsync(path, ("Role", "Manager"), ("__Key", key));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, repeat.StatusCode);
        Assert.True(repeat.Headers.Contains("Idempotent-Replay"));
        Assert.Equal(1, await RoleChangesAsync());
    }

    [Fact]
    public async Task Who_may_not_is_refused_before_any_password_is_looked_at()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);

        using var refused = await manager.PostAsync(
            await PageOfAsync(UserRole.Staff) + "?handler=Role",
            ("Role", "Manager"),
            (Field, "a guess")
        );

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    async Task<Visitor> LongSignedInAsync()
    {
        var admin = await App.SignInAsync(UserRole.Admin);
        await Database.RunAsync(
            "update sessions set created_at = created_at - interval '6 minutes'"
        );
        return admin;
    }

    async Task<string> PageOfAsync(UserRole role) => $"/admin/users/{await IdOfAsync(role)}";

    Task<long> RoleChangesAsync() =>
        CountAsync(
            "audit_log where table_name = 'users' and actor = 'Ada Admin' and diff ? 'role'"
        );

    static async Task<IHtmlDocument> AskedAsync(
        Visitor visitor,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await visitor.PostAsync(path, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.ParseAsync(answer);
        Assert.Equal("Confirm your password", page.QuerySelector("h1")!.TextContent);
        return page;
    }
}
