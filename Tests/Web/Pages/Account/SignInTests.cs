using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Account;

public sealed class SignInTests(TestPostgres postgres) : OfficeTest(postgres)
{
    static readonly string Staff = TestUsers.EmailOf(UserRole.Staff);

    [Fact]
    public async Task The_page_helps_password_managers_and_names_the_office()
    {
        using var stranger = App.Stranger();

        var page = await stranger.GetPageAsync("/account/sign-in");

        Assert.Equal("username", page.QuerySelector("[name=Email]")!.GetAttribute("autocomplete"));
        Assert.Equal(
            "current-password",
            page.QuerySelector("[name=Password]")!.GetAttribute("autocomplete")
        );
        Assert.Contains("StaffDashboard", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_in_is_in_the_trail_and_lands_where_they_wanted_to_go()
    {
        using var visitor = App.Stranger();

        using var answer = await visitor.PostAsync(
            "/account/sign-in",
            ("Email", " " + Staff.ToUpperInvariant()),
            ("Password", TestUsers.Password),
            ("ReturnUrl", "/team?q=bar")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/team?q=bar", answer.Headers.Location!.ToString());
        Assert.Equal(
            1,
            await CountAsync(
                "audit_log where table_name = 'sessions' and action = 'insert' and actor = 'Sam Staff'"
            )
        );
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_foreign_address_is_not_followed(string returnUrl)
    {
        using var visitor = App.Stranger();

        using var answer = await visitor.PostAsync(
            "/account/sign-in",
            ("Email", Staff),
            ("Password", TestUsers.Password),
            ("ReturnUrl", returnUrl)
        );

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var wrong = await RefusedAsync(Staff);
        var unknown = await RefusedAsync("nobody@example.test");

        Assert.Equal(
            wrong.Replace(Staff, "", StringComparison.Ordinal),
            unknown.Replace("nobody@example.test", "", StringComparison.Ordinal)
        );
        Assert.Contains("do not go together", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_disabled_is_refused_like_everybody_else()
    {
        await Database.RunAsync($"update users set disabled_at = now() where email = '{Staff}'");

        Assert.Contains(
            "do not go together",
            await RefusedAsync(Staff, TestUsers.Password),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_address_stays_and_the_password_does_not()
    {
        using var visitor = App.Stranger();

        using var answer = await visitor.PostAsync(
            "/account/sign-in",
            ("Email", Staff),
            ("Password", "not the password")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.ParseAsync(answer);
        Assert.Equal(Staff, page.QuerySelector("[name=Email]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("[name=Password]")!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelector(".summary-errors[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_form_without_the_token_is_refused()
    {
        using var visitor = App.Stranger();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["Email"] = Staff, ["Password"] = TestUsers.Password }
        );

        using var answer = await visitor.Http.PostAsync(
            new Uri("/account/sign-in", UriKind.Relative),
            form
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_from_a_foreign_page_is_refused()
    {
        using var visitor = await App.SignInAsync();
        visitor.Http.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        using var answer = await visitor.PostAsync("/account/sign-out");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Another_node_takes_the_same_cookie()
    {
        using var visitor = await App.SignInAsync();
        await using var other = await OfficeApp.StartAsync(Database);
        using var http = new HttpClient(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }
        )
        {
            BaseAddress = other.Address,
        };
        http.DefaultRequestHeaders.Add("Cookie", visitor.CookieHeader);

        using var answer = await http.GetAsync(new Uri("/account", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task An_older_hash_is_replaced_without_ending_other_sessions()
    {
        using var elsewhere = await App.SignInAsync();
        var older = new Microsoft.AspNetCore.Identity.PasswordHasher<User>(
            Microsoft.Extensions.Options.Options.Create(
                new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 500 }
            )
        ).HashPassword(new User(), TestUsers.Password);
        await Database.RunAsync(
            $"update users set password_hash = '{older}' where email = '{Staff}'"
        );

        using var visitor = await App.SignInAsync();

        Assert.NotEqual(
            older,
            await Database.AskAsync<string>(
                $"select password_hash from users where email = '{Staff}'"
            )
        );
        await elsewhere.GetPageAsync("/account");
    }

    async Task<string> RefusedAsync(string email, string password = "not the password")
    {
        using var visitor = App.Stranger();
        using var answer = await visitor.PostAsync(
            "/account/sign-in",
            ("Email", email),
            ("Password", password)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await Visitor.ParseAsync(answer))
            .QuerySelector("main")!
            .QuerySelector(".summary-errors")!
            .TextContent;
    }
}
