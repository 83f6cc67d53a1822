using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>What one person told, and nobody else.</summary>
public sealed class PersonTests(TestPostgres postgres) : HealthOffice(postgres)
{
    [Fact]
    public async Task A_person_has_a_timeline_whose_pages_follow_without_a_gap_or_a_double()
    {
        var sam = await IdOfAsync(UserRole.Staff);
        await Database.RunAsync(
            $"""
            insert into person_events (at, user_id, browser, kind, detail)
            select now() - (i / 3 || ' seconds')::interval, '{sam}', gen_random_uuid(), 'state', 'offline' from generate_series(1, 120) i;
            insert into person_events (at, user_id, browser, kind, detail)
            select now(), id, gen_random_uuid(), 'retry', 'of another' from users where role = 'Admin'
            """
        );
        using var manager = await App.SignInAsync(UserRole.Manager);
        var seen = new List<string>();
        for (var next = $"{Page}/people/{sam}"; next is not null; )
        {
            var page = await manager.GetPageAsync(next);
            seen.AddRange(page.QuerySelectorAll(".timeline li").Select(li => li.Id!));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }

    [Fact]
    public async Task The_banner_and_the_tile_count_the_same_waiting_changes()
    {
        await OpenAsync("live", 6, "now() - interval '12 minutes'");
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync($"{Page}/people/{await IdOfAsync(UserRole.Staff)}");

        Assert.Contains(
            "6 changes wait",
            page.QuerySelector(".banner.attention")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("6", Figure(page, "waiting"));
        Assert.Equal("the oldest for 12 minutes", Note(page, "waiting"));
    }

    [Fact]
    public async Task What_one_person_told_is_theirs_alone_and_nobody_is_not_found()
    {
        var (sam, ada) = (await IdOfAsync(UserRole.Staff), await IdOfAsync(UserRole.Admin));
        await Database.RunAsync(
            $"""
            insert into person_minutes (minute, user_id, confirms, confirm_ms, conflicts)
            values (date_trunc('minute', now()) - interval '2 minutes', '{sam}', 3, 90, 2),
              (date_trunc('minute', now()) - interval '2 minutes', '{ada}', 5, 50, 9)
            """
        );
        using var manager = await App.SignInAsync(UserRole.Manager);
        using var staff = await App.SignInAsync();

        var page = await manager.GetPageAsync($"{Page}/people/{sam}");
        using var nobody = await manager.GetAsync($"{Page}/people/{Guid.CreateVersion7()}");
        using var refused = await staff.GetAsync($"{Page}/people/{sam}");

        Assert.Equal("2", Figure(page, "conflicts"));
        Assert.Equal("30ms", Figure(page, "confirmed"));
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
