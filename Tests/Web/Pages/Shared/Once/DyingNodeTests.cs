using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Shared.Once;

/// <summary>The repeat comes to another node than the first.</summary>
public sealed class DyingNodeTests(PersonOffice office) : Keyed(office)
{
    [Fact]
    public async Task A_node_that_died_before_it_answered_has_saved_once_and_another_gives_its_answer()
    {
        var person = await Office.AddAsync("Amira Yilmaz");
        var role = Role();
        await using (var dying = await OfficeApp.StartAsync(Office.Database, adapt: DieAnswering))
        {
            using var at = await dying.SignInAsync(UserRole.Manager);
            using var lost = await AddRoleAsync(at, role);
            Assert.Equal(HttpStatusCode.InternalServerError, lost.StatusCode);
            using var lostToo = await ArchiveAsync(at, person.Id, Guid.Parse(role[5..]));
            Assert.Equal(HttpStatusCode.InternalServerError, lostToo.StatusCode);
        }

        using var plain = await AddRoleAsync(Office.Manager, role);
        using var htmx = await ArchiveAsync(Office.Manager, person.Id, Guid.Parse(role[5..]));

        Assert.Equal("/admin/work-roles", plain.Headers.Location?.ToString());
        Assert.True(IsReplay(plain));
        Assert.Equal(HttpStatusCode.OK, htmx.StatusCode);
        Assert.True(IsReplay(htmx));
        Assert.Contains("person-head", await TextAsync(htmx), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync($"work_roles where name = '{role}'"));
        Assert.Equal(
            1,
            await CountAsync($"audit_log where person_id = '{person.Id}' and action = 'update'")
        );
    }

    [Fact]
    public async Task A_repeat_whose_answer_was_not_kept_is_told_that_it_was_saved()
    {
        var person = await Office.AddAsync("Amira Yilmaz");
        var role = Role();
        using var first = await AddRoleAsync(Office.Manager, role);
        using var firstToo = await ArchiveAsync(Office.Manager, person.Id, Guid.Parse(role[5..]));
        await Office.Database.RunAsync(
            "update saved_answers set status = null, headers = null, body = null, at = at - interval '5 seconds'"
        );

        using var plain = await AddRoleAsync(Office.Manager, role);
        using var htmx = await ArchiveAsync(Office.Manager, person.Id, Guid.Parse(role[5..]));

        Assert.Equal(HttpStatusCode.Redirect, plain.StatusCode);
        Assert.True(IsReplay(plain));
        Assert.Equal("true", Assert.Single(htmx.Headers.GetValues("HX-Refresh")));
        Assert.Equal(1, await CountAsync($"work_roles where name = '{role}'"));
        foreach (
            var (from, to) in new[]
            {
                (new Uri(Office.App.Address, "/team?q=a"), "/team?q=a"),
                (new Uri("https://elsewhere.example/team"), "/"),
            }
        )
        {
            CameFrom = from;
            using var back = await AddRoleAsync(Office.Manager, role);
            Assert.Equal(to, back.Headers.Location?.ToString());
        }
        var page = await Office.Manager.GetPageAsync("/team");
        Assert.Contains(
            "This was already saved.",
            page.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_answer_that_cannot_be_drawn_takes_back_what_was_done()
    {
        var role = Role();
        await using (var failing = await OfficeApp.StartAsync(Office.Database, adapt: FailDrawing))
        {
            using var at = await failing.SignInAsync(UserRole.Manager);
            using var lost = await AddRoleAsync(at, role);
            Assert.Equal(HttpStatusCode.InternalServerError, lost.StatusCode);
        }
        Assert.Equal(0, await CountAsync($"work_roles where name = '{role}'"));
        Assert.Equal(0, await CountAsync($"saved_answers where key = '{Key}'"));
    }

    [Fact]
    public async Task A_node_that_died_before_it_committed_has_done_nothing_and_the_repeat_does_it()
    {
        var role = Role();
        await using (var dying = await OfficeApp.StartAsync(Office.Database, adapt: DieWorking))
        {
            using var at = await dying.SignInAsync(UserRole.Manager);
            using var lost = await AddRoleAsync(at, role);
            Assert.Equal(HttpStatusCode.InternalServerError, lost.StatusCode);
        }
        Assert.Equal(0, await CountAsync($"work_roles where name = '{role}'"));

        using var again = await AddRoleAsync(Office.Manager, role);

        Assert.False(IsReplay(again));
        Assert.Equal(1, await CountAsync($"work_roles where name = '{role}'"));
    }

    [Fact]
    public async Task Another_node_answers_the_repeat_as_the_first_did()
    {
        var person = await Office.AddAsync("Amira Yilmaz");
        await using var second = await OfficeApp.StartAsync(Office.Database);
        using var there = await second.SignInAsync(UserRole.Manager);

        var answers = await Task.WhenAll(
            ArchiveAsync(Office.Manager, person.Id),
            ArchiveAsync(there, person.Id)
        );

        Assert.Equal(await TextAsync(answers[0]), await TextAsync(answers[1]));
        Assert.Equal(1, answers.Count(IsReplay));
        Assert.Equal(
            1,
            await CountAsync($"audit_log where person_id = '{person.Id}' and action = 'update'")
        );
    }

    static void DieAnswering(IServiceCollection services) =>
        services.AddSingleton<IInterceptor, DiesAnswering>();

    static void FailDrawing(IServiceCollection services) =>
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<FailsDrawing>());

    static void DieWorking(IServiceCollection services) =>
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<DiesWorking>());

    /// <summary>What was done is in the database, and nothing on its way to the browser.</summary>
    sealed class DiesAnswering(IHttpContextAccessor http) : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(
            DbTransaction transaction,
            TransactionEndEventData eventData,
            CancellationToken cancellationToken = default
        ) =>
            http.HttpContext is { } context && IsWork(context)
                ? throw new InvalidOperationException("The node died answering.")
                : Task.CompletedTask;
    }

    sealed class FailsDrawing : IResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (IsWork(context.HttpContext))
                throw new InvalidOperationException("The answer cannot be drawn.");
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
