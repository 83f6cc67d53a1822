using System.Net;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Account;

public sealed class SessionsTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task A_copied_cookie_dies_at_sign_out()
    {
        using var bea = await App.SignInAsync();
        var stolen = bea.CookieHeader;

        using var answer = await bea.PostAsync("/account/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await GetWithAsync(stolen));
        Assert.Equal(
            1,
            await CountAsync(
                "audit_log where table_name = 'sessions' and action = 'delete' and actor = 'Sam Staff'"
            )
        );
    }

    [Fact]
    public async Task Asking_for_the_sign_out_page_signs_nobody_out()
    {
        using var bea = await App.SignInAsync();

        var page = await bea.GetPageAsync("/account/sign-out");

        Assert.NotNull(page.QuerySelector("form[method=post] button.primary"));
        await bea.GetPageAsync("/account");
    }

    [Fact]
    public async Task Whoever_leaves_here_or_everywhere_has_this_browser_wiped_first()
    {
        using var bea = await App.SignInAsync();

        var forms = (await bea.GetPageAsync("/account/sessions"))
            .QuerySelectorAll("form[data-leaves]")
            .Concat(
                (await bea.GetPageAsync("/account/sign-out")).QuerySelectorAll("form[data-leaves]")
            )
            .Select(form => form.GetAttribute("data-action"));

        Assert.Equal(["Sign out", "Sign out everywhere", "Sign out"], forms);
    }

    [Fact]
    public async Task A_person_sees_their_own_sessions_and_ends_one()
    {
        using var here = await App.SignInAsync();
        using var there = App.Stranger();
        there.Http.DefaultRequestHeaders.UserAgent.ParseAdd(
            "Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0"
        );
        await there.SignInAsync(TestUsers.EmailOf(UserRole.Staff), TestUsers.Password);
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await here.GetPageAsync("/account/sessions");
        Assert.Equal(2, page.QuerySelectorAll("#sessions li").Length);
        Assert.Contains(
            "Firefox on Windows",
            page.QuerySelector("#sessions")!.TextContent,
            StringComparison.Ordinal
        );

        var id = page.QuerySelector("#sessions button[name=id]")!.GetAttribute("value")!;
        using var answer = await here.PostAsync("/account/sessions?handler=End", ("id", id));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await GetWithAsync(there.CookieHeader));
        await here.GetPageAsync("/account");
    }

    [Fact]
    public async Task Of_too_many_sessions_the_one_used_longest_ago_is_ended()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        using var oldest = await App.SignInAsync();
        using var used = await App.SignInAsync();
        await Database.RunAsync(
            $"""
            update sessions set last_seen_at = last_seen_at - interval '1 minute';
            insert into sessions (id, user_id, key_hash, stamp, browser, address, created_at, last_seen_at, expires_at)
            select gen_random_uuid(), id, decode(md5(i::text), 'hex'), security_stamp, '', '', now(), now(), now() + interval '1 day'
            from users, generate_series(3, {SessionKeys.Most}) i where role = 'Staff';
            """
        );
        await Database.RunAsync(
            "update sessions set last_seen_at = now() where id = (select s.id from sessions s join users u on u.id = s.user_id where role = 'Staff' order by s.created_at limit 1 offset 1)"
        );

        using var newest = await App.SignInAsync();

        Assert.Equal(
            SessionKeys.Most,
            await CountAsync("sessions s join users u on u.id = s.user_id where u.role = 'Staff'")
        );
        Assert.Equal(HttpStatusCode.Redirect, await GetWithAsync(oldest.CookieHeader));
        await used.GetPageAsync("/account");
        await newest.GetPageAsync("/account");
        await manager.GetPageAsync("/account");
        Assert.Equal(
            1,
            await CountAsync(
                "audit_log where table_name = 'sessions' and action = 'delete' and actor = 'Sam Staff'"
            )
        );
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        var id = await Database.AskAsync<Guid>("select id from sessions");
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await admin.PostAsync(
            "/account/sessions?handler=End",
            ("id", id.ToString())
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await manager.GetPageAsync("/account");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_of_ones_sessions_and_sockets()
    {
        using var here = await App.SignInAsync();
        using var there = await App.SignInAsync();
        using var manager = await App.SignInAsync(UserRole.Manager);
        await using var socket = await LiveClient.ConnectAsync(App.Address, there.CookieHeader);
        await socket.WatchAsync(["team"]);

        using var answer = await here.PostAsync("/account/sessions?handler=Everywhere");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("signed-out", await socket.Goodbye);
        Assert.Equal(HttpStatusCode.Redirect, await GetWithAsync(there.CookieHeader));
        await manager.GetPageAsync("/account");
    }

    [Fact]
    public async Task Who_signs_in_after_somebody_else_gets_a_session_of_their_own()
    {
        using var shared = await App.SignInAsync();
        var before = shared.CookieHeader;

        await shared.SignInAsync(TestUsers.EmailOf(UserRole.Manager), TestUsers.Password);

        var page = await shared.GetPageAsync("/account");
        Assert.Equal(
            TestUsers.NameOf(UserRole.Manager),
            page.QuerySelector("[name=Name]")!.GetAttribute("value")
        );
        Assert.Equal(HttpStatusCode.Redirect, await GetWithAsync(before));
    }

    [Fact]
    public async Task A_new_password_keeps_this_browser_and_ends_the_others()
    {
        using var here = await App.SignInAsync();
        using var there = await App.SignInAsync();
        var before = here.CookieHeader;

        using var answer = await here.PostAsync(
            "/account/password",
            ("Old", TestUsers.Password),
            ("New", "quite another long secret")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await here.GetPageAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, await GetWithAsync(before));
        Assert.Equal(HttpStatusCode.Redirect, await GetWithAsync(there.CookieHeader));
    }

    [Fact]
    public async Task A_new_password_closes_the_sockets_of_the_others()
    {
        using var here = await App.SignInAsync();
        using var there = await App.SignInAsync();
        await using var socket = await LiveClient.ConnectAsync(App.Address, there.CookieHeader);
        await socket.WatchAsync(["team"]);

        using var answer = await here.PostAsync(
            "/account/password",
            ("Old", TestUsers.Password),
            ("New", "quite another long secret")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("signed-out", await socket.Goodbye);
    }

    async Task<HttpStatusCode> GetWithAsync(string cookie)
    {
        using var http = new HttpClient(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }
        )
        {
            BaseAddress = App.Address,
        };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await http.GetAsync(new Uri("/account", UriKind.Relative));
        return answer.StatusCode;
    }
}
