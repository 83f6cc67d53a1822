using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Alerts;

public sealed class SilencesTests(TestPostgres postgres) : AlertsOffice(postgres)
{
    [Fact]
    public async Task A_silence_is_planned_shown_and_ended()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);
        var now = App.Clock.GetUtcNow().ToLocalTime();
        using var planned = await admin.PostAsync(
            List + "/silences",
            ("Form.Rule", "latency"),
            (
                "Form.From",
                now.AddMinutes(-5)
                    .ToString(
                        "yyyy-MM-dd'T'HH:mm",
                        System.Globalization.CultureInfo.InvariantCulture
                    )
            ),
            (
                "Form.Until",
                now.AddHours(2)
                    .ToString(
                        "yyyy-MM-dd'T'HH:mm",
                        System.Globalization.CultureInfo.InvariantCulture
                    )
            ),
            ("Form.Reason", "The server moves")
        );
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        Assert.Contains(
            "Silenced: Changes are slow · The server moves",
            (await admin.GetPageAsync(List)).QuerySelector("#open-alarms")!.TextContent,
            StringComparison.Ordinal
        );

        var id = await Database.AskAsync<Guid>("select id from alarm_silences");
        using (await admin.PostAsync(List + "/silences?handler=End", ("id", id.ToString()))) { }

        Assert.DoesNotContain(
            "Silenced",
            (await admin.GetPageAsync(List)).QuerySelector("#open-alarms")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("0001-01-01T00:00", "0001-01-01T01:00", "Form.From", "Begins:")]
    [InlineData("9999-12-31T23:58", "9999-12-31T23:59", "Form.Until", "Ends:")]
    public async Task A_silence_outside_2000_to_2099_is_refused(
        string from,
        string until,
        string field,
        string words
    )
    {
        // East of Greenwich the first midnight there is lies before all time.
        await using var east = await OfficeApp.StartAsync(
            Database,
            settings: ("StaffDashboard:TimeZone", "Pacific/Kiritimati")
        );
        using var admin = await east.SignInAsync(UserRole.Admin);

        using var answer = await admin.PostAsync(
            List + "/silences",
            ("Form.From", from),
            ("Form.Until", until),
            ("Form.Reason", "The server moves")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.ParseAsync(answer);
        Assert.StartsWith(
            words,
            page.QuerySelector($"[data-error-for='{field}']")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await CountAsync("alarm_silences"));
        Assert.Equal(0, await CountAsync("audit_log where table_name = 'alarm_silences'"));
    }

    [Fact]
    public async Task A_silence_that_ends_before_it_begins_or_has_no_reason_is_refused()
    {
        using var admin = await App.SignInAsync(UserRole.Admin);

        using var answer = await admin.PostAsync(
            List + "/silences",
            ("Form.From", "2026-11-21T10:00"),
            ("Form.Until", "2026-11-21T09:00"),
            ("Form.Reason", " ")
        );

        var page = await Visitor.ParseAsync(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            "It must end after it begins.",
            page.QuerySelector("#Form_Until-error")!.TextContent
        );
        Assert.StartsWith(
            "Enter a reason",
            page.QuerySelector("#Form_Reason-error")!.TextContent,
            StringComparison.Ordinal
        );
    }
}
