using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Tests.Web.Pages.Shared.Once;

public sealed class OnceTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    readonly Guid key = Guid.CreateVersion7();

    [Fact]
    public async Task The_same_form_sent_twice_at_once_has_one_effect_and_one_answer()
    {
        var role = Role();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => AddRoleAsync(office.Manager, role))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.All(
            answers,
            answer => Assert.Equal("/admin/work-roles", answer.Headers.Location?.ToString())
        );
        Assert.Equal(5, answers.Count(IsReplay));
        Assert.Equal(1, await CountAsync($"work_roles where name = '{role}'"));
        Assert.Equal(
            1,
            await CountAsync(
                $"audit_log where table_name = 'work_roles' and diff -> 'name' ->> 1 = '{role}'"
            )
        );
    }

    [Fact]
    public async Task A_repeat_to_htmx_is_answered_with_the_same_fragment_and_the_same_words()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        using var first = await ArchiveAsync(office.Manager, person.Id);
        await office.ChangeAsync(person.Id, p => p.Restore());
        using var second = await ArchiveAsync(office.Manager, person.Id);

        Assert.Equal(await TextAsync(first), await TextAsync(second));
        Assert.Contains("person-head", await TextAsync(second), StringComparison.Ordinal);
        Assert.Equal(first.Headers.GetValues("HX-Trigger"), second.Headers.GetValues("HX-Trigger"));
        Assert.False(second.Headers.Contains("Set-Cookie"));
        Assert.True(IsReplay(second));
        Assert.False(IsReplay(first));
        // Done once: what somebody decided since stays.
        Assert.False((await office.FindAsync(person.Id)).IsArchived);
    }

    [Fact]
    public async Task The_same_key_with_something_else_in_it_is_refused_in_words()
    {
        var (one, other) = (Role(), Role());
        using var first = await AddRoleAsync(office.Manager, one);
        using var second = await AddRoleAsync(office.Manager, other);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Equal("key-reused", Assert.Single(second.Headers.GetValues("X-Trouble")));
        Assert.Contains("sent before", await TextAsync(second), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync($"work_roles where name = '{other}'"));
    }

    [Fact]
    public async Task The_same_key_for_another_deed_or_another_person_is_refused()
    {
        var (amira, ben) = (
            await office.AddAsync("Amira Yilmaz"),
            await office.AddAsync("Ben Okafor")
        );
        using var first = await ArchiveAsync(office.Manager, amira.Id);
        using var restored = await SendAsync(
            office.Manager,
            $"/team/{amira.Id}?handler=Restore",
            key,
            true
        );
        using var other = await ArchiveAsync(office.Manager, ben.Id);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, restored.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.True((await office.FindAsync(amira.Id)).IsArchived);
        Assert.False((await office.FindAsync(ben.Id)).IsArchived);
    }

    [Fact]
    public async Task Somebody_else_with_the_same_key_is_somebody_else()
    {
        var (one, other) = (Role(), Role());
        using var first = await AddRoleAsync(office.Manager, one);
        using var second = await AddRoleAsync(office.Admin, other);

        Assert.False(IsReplay(second));
        Assert.Equal(1, await CountAsync($"work_roles where name = '{other}'"));
    }

    [Fact]
    public async Task What_was_refused_frees_its_key()
    {
        using var refused = await AddRoleAsync(office.Manager, "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(0, await CountAsync($"saved_answers where key = '{key}'"));

        var role = Role();
        using var mended = await AddRoleAsync(office.Manager, role);
        Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        Assert.Equal(1, await CountAsync($"work_roles where name = '{role}'"));
    }

    [Fact]
    public async Task The_key_of_a_form_without_script_does_the_same()
    {
        var role = Role();
        for (var time = 0; time < 2; time++)
        {
            using var answer = await office.Manager.PostAsync(
                "/admin/work-roles",
                ("Name", role),
                ("Hue", "3"),
                ("__Key", key.ToString())
            );
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(time == 1, IsReplay(answer));
        }
    }

    [Fact]
    public async Task A_node_that_died_before_it_answered_has_saved_once_and_the_repeat_is_told_so()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        var role = Role();
        await using (var dying = await OfficeApp.StartAsync(office.Database, adapt: DieAnswering))
        {
            using var at = await dying.SignInAsync(UserRole.Manager);
            using var lost = await AddRoleAsync(at, role);
            Assert.Equal(HttpStatusCode.InternalServerError, lost.StatusCode);
            using var lostToo = await ArchiveAsync(at, person.Id, Guid.Parse(role[5..]));
        }

        using var plain = await AddRoleAsync(office.Manager, role);
        using var htmx = await ArchiveAsync(office.Manager, person.Id, Guid.Parse(role[5..]));

        Assert.Equal(HttpStatusCode.Redirect, plain.StatusCode);
        Assert.True(IsReplay(plain));
        Assert.Equal("true", Assert.Single(htmx.Headers.GetValues("HX-Refresh")));
        Assert.Equal(1, await CountAsync($"work_roles where name = '{role}'"));
        var page = await office.Manager.GetPageAsync("/team");
        Assert.Contains(
            "This was already saved.",
            page.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_node_that_died_before_it_committed_has_done_nothing_and_the_repeat_does_it()
    {
        var role = Role();
        await using (var dying = await OfficeApp.StartAsync(office.Database, adapt: DieWorking))
        {
            using var at = await dying.SignInAsync(UserRole.Manager);
            using var lost = await AddRoleAsync(at, role);
            Assert.Equal(HttpStatusCode.InternalServerError, lost.StatusCode);
        }
        Assert.Equal(0, await CountAsync($"work_roles where name = '{role}'"));

        using var again = await AddRoleAsync(office.Manager, role);

        Assert.False(IsReplay(again));
        Assert.Equal(1, await CountAsync($"work_roles where name = '{role}'"));
    }

    [Fact]
    public async Task Another_node_answers_the_repeat_as_the_first_did()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        await using var second = await OfficeApp.StartAsync(office.Database);
        using var there = await second.SignInAsync(UserRole.Manager);

        var answers = await Task.WhenAll(
            ArchiveAsync(office.Manager, person.Id),
            ArchiveAsync(there, person.Id)
        );

        Assert.Equal(await TextAsync(answers[0]), await TextAsync(answers[1]));
        Assert.Equal(1, answers.Count(IsReplay));
        Assert.Equal(
            1,
            await CountAsync($"audit_log where person_id = '{person.Id}' and action = 'update'")
        );
    }

    [Fact]
    public async Task What_was_answered_about_somebody_who_is_erased_is_forgotten()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        using var archived = await ArchiveAsync(office.Manager, person.Id);
        await Eventually.TrueAsync(async () => await CountAsync(Kept) == 1);

        using var erased = await office.Admin.PostAsync(
            $"/team/{person.Id}/erase",
            ("Confirmation", "Amira Yilmaz")
        );
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);

        Assert.Equal(0, await CountAsync("saved_answers where body is not null and at < now()"));
        Assert.Equal(1, await CountAsync($"saved_answers where key = '{key}' and status is null"));
    }

    [Fact]
    public async Task What_was_said_in_one_role_is_not_said_again_in_another()
    {
        var mona = TestUsers.Make("Mona", "mona@example.test", UserRole.Manager);
        await using var hand = office.Open();
        hand.Add(mona);
        await hand.SaveChangesAsync(TestContext.Current.CancellationToken);
        using var visitor = office.App.Stranger();
        await visitor.SignInAsync(mona.Email!, TestUsers.Password);
        var person = await office.AddAsync("Amira Yilmaz");
        using var first = await ArchiveAsync(visitor, person.Id);
        await Eventually.TrueAsync(async () => await CountAsync(Kept) == 1);

        using var lowered = await office.Admin.PostAsync(
            $"/admin/users/{mona.Id}?handler=Role",
            ("Role", "Staff")
        );
        await office.Database.RunAsync(
            $"update saved_answers set at = at - interval '5 seconds' where key = '{key}'"
        );
        using var again = await ArchiveAsync(visitor, person.Id);

        Assert.Equal(HttpStatusCode.Redirect, lowered.StatusCode);
        Assert.True(IsReplay(again));
        Assert.DoesNotContain("person-head", await TextAsync(again), StringComparison.Ordinal);
    }

    [Fact]
    public void No_cookie_is_kept_with_an_answer()
    {
        var response = new DefaultHttpContext().Response;
        response.Headers.SetCookie = "session=secret";
        response.Headers.Location = "/team";
        using var body = new MemoryStream();

        Assert.Equal(["Location"], KeptAnswer.Of(response, body)!.Headers.Keys);
    }

    [Fact]
    public async Task Nobody_reads_the_answers_of_somebody_else()
    {
        using var first = await AddRoleAsync(office.Manager, Role());
        await using var asStaff = office.Open();
        asStaff.Viewer = new(Guid.CreateVersion7(), "Somebody", UserRole.Admin, null);

        Assert.Empty(asStaff.SavedAnswers);
        Assert.Empty(asStaff.SavedAnswers.IgnoreQueryFilters());
    }

    [Fact]
    public async Task What_is_kept_a_week_is_forgotten_and_no_earlier()
    {
        using var first = await AddRoleAsync(office.Manager, Role());
        await office.Database.RunAsync(
            $"update saved_answers set at = now() - interval '7 days 1 minute' where key = '{key}'"
        );
        var younger = Guid.CreateVersion7();
        using var fresh = await AddRoleAsync(office.Manager, Role(), younger);
        await office.Database.RunAsync(
            $"update saved_answers set at = now() - interval '6 days 23 hours' where key = '{younger}'"
        );

        await using var program = office.Open();
        await using var connection = new Npgsql.NpgsqlConnection(
            office.Database.AppConnectionString
        );
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var forget = new Npgsql.NpgsqlCommand(
            "select forget_saved_answers()",
            connection
        );
        await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await CountAsync($"saved_answers where key = '{key}'"));
        Assert.Equal(1, await CountAsync($"saved_answers where key = '{younger}'"));
    }

    string Kept => $"saved_answers where key = '{key}' and body is not null";

    static string Role() => $"Role {Guid.CreateVersion7():N}";

    static bool IsReplay(HttpResponseMessage answer) =>
        answer.Headers.Contains("Idempotent-Replay");

    Task<HttpResponseMessage> AddRoleAsync(Visitor who, string name, Guid? under = null) =>
        SendAsync(who, "/admin/work-roles", under ?? key, false, ("Name", name), ("Hue", "3"));

    Task<HttpResponseMessage> ArchiveAsync(Visitor who, Guid person, Guid? under = null) =>
        SendAsync(who, $"/team/{person}?handler=Archive", under ?? key, true);

    static async Task<HttpResponseMessage> SendAsync(
        Visitor who,
        string path,
        Guid key,
        bool isHtmx,
        params (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Idempotency-Key", key.ToString());
        request.Headers.Add("RequestVerificationToken", await who.TokenAsync());
        if (isHtmx)
            request.Headers.Add("HX-Request", "true");
        request.Content = new FormUrlEncodedContent(
            fields.Select(f => KeyValuePair.Create(f.Name, f.Value))
        );
        return await who.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    Task<long> CountAsync(string from) =>
        office.Database.AskAsync<long>($"select count(*) from {from}");

    static Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    static void DieAnswering(IServiceCollection services) =>
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<DiesAnswering>());

    static void DieWorking(IServiceCollection services) =>
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<DiesWorking>());

    sealed class DiesAnswering : IResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (IsWork(context.HttpContext))
                throw new InvalidOperationException("The node died answering.");
        }

        public void OnResultExecuted(ResultExecutedContext context) { }
    }

    sealed class DiesWorking : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context) { }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
            if (IsWork(context.HttpContext))
                throw new InvalidOperationException("The node died working.");
        }
    }

    static bool IsWork(HttpContext context) =>
        context.Request.Method == "POST"
        && !context.Request.Path.StartsWithSegments("/account", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal);
}
