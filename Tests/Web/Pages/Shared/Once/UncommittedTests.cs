using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Pages.Shared.Once;

/// <summary>What is drawn before it is committed is for the one who asked, and for nobody else.</summary>
public sealed class UncommittedTests(PersonOffice office) : Keyed(office)
{
    [Fact]
    public async Task A_fragment_of_a_rolled_back_change_is_shown_to_nobody()
    {
        var person = await Office.AddAsync("Amira Yilmaz");
        await using var failing = await OfficeApp.StartAsync(
            Office.Database,
            adapt: FailAfterwards
        );
        using var manager = await failing.SignInAsync(UserRole.Manager);
        // Only whoever hears all that changes keeps what it has drawn.
        var position = failing.Services.GetRequiredService<Position>();
        await Eventually.TrueAsync(() => Task.FromResult(position.IsCurrent));

        using var lost = await ArchiveAsync(manager, person.Id);
        using var head = await manager.GetAsync($"/team/{person.Id}?part=head");

        Assert.Equal(HttpStatusCode.InternalServerError, lost.StatusCode);
        Assert.False((await Office.FindAsync(person.Id)).IsArchived);
        Assert.DoesNotContain("Archived", await TextAsync(head), StringComparison.Ordinal);
        Assert.Equal(
            0,
            await CountAsync($"audit_log where person_id = '{person.Id}' and action = 'update'")
        );
    }

    static void FailAfterwards(IServiceCollection services) =>
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<FailsAfterwards>());

    sealed class FailsAfterwards : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context) { }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
            if (context.HttpContext.Request.Query["handler"] == "Archive")
                throw new InvalidOperationException("It fails after it has drawn the answer.");
        }
    }
}
