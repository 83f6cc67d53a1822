using System.Globalization;
using System.Net;
using StaffDashboard.Tests.Web.Pages.Team.Imports;

namespace StaffDashboard.Tests.Web.Pages.Team;

/// <summary>What is in the future, the office's clock says: not the machine's, and not that of the program's start.</summary>
public sealed class LatestDayTests(ImportOffice office) : IClassFixture<ImportOffice>
{
    static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [Fact]
    public async Task A_day_that_has_not_come_is_refused_and_taken_when_it_has()
    {
        var day = Day();
        office.App.Clock.Advance(-Year);
        using var early = await AddAsync(day);
        office.App.Clock.Advance(Year);
        using var now = await AddAsync(day);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains(
            "enter a date that is not in the future",
            await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, now.StatusCode);
        Assert.Equal(
            1,
            await office.Database.AskAsync<long>(
                "select count(*) from audit_log where action = 'insert' and diff -> 'name' ->> 1 = 'Amira Yilmaz'"
            )
        );
    }

    [Fact]
    public async Task So_it_is_in_a_file()
    {
        var day = Day();
        office.App.Clock.Advance(-Year);
        var early = await office.UploadAsync("Name,Last worked", $"Early Eve,{day}");
        await office.CheckAsync(early, fields: ["Name", "LastWorkedOn"]);
        office.App.Clock.Advance(Year);
        var now = await office.UploadAsync("Name,Last worked", $"Early Eve,{day}");
        await office.CheckAsync(now, fields: ["Name", "LastWorkedOn"]);

        var (_, problem) = Assert.Single(await office.RejectedAsync(early));
        Assert.Equal("Last worked: enter a date that is not in the future.", problem);
        Assert.Empty(await office.RejectedAsync(now));
    }

    // A month ago: later than the day that the clock is put to, and over in every time zone.
    string Day() =>
        office
            .App.Clock.GetUtcNow()
            .AddDays(-30)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    Task<HttpResponseMessage> AddAsync(string lastWorked) =>
        office.Manager.PostAsync(
            "/team/new",
            ("Name", "Amira Yilmaz"),
            ("Employment", "Student"),
            ("OpeningHours", "0"),
            ("LastWorkedOn", lastWorked)
        );
}
