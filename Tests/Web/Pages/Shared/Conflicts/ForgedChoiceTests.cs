using System.Net;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Shared.Conflicts;

/// <summary>The history says that somebody gave something up only where they met somebody else's value.</summary>
public sealed class ForgedChoiceTests(TwoAdmins admins) : SmallFormHours(admins)
{
    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_value_that_was_never_met_is_not_recorded_as_given_up(string table)
    {
        var form = Of(table);
        await Admins.Database.RunAsync(form.Save);
        var page = await OpenAsync(Ada, form);
        (string, string)[][] claims =
        [
            [],
            [($"Opened[{form.Field}]", "invented")],
            [($"Was[{form.Field}]", "invented")],
        ];

        foreach (var claim in claims)
        {
            using var answer = await SendAsync(
                Ada,
                form,
                page,
                [(form.Field, form.Mine), ($"Choice[{form.Field}]", "theirs"), .. claim]
            );
            Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}");
        }

        Assert.Equal(
            0,
            await Admins.Database.AskAsync<long>(
                "select count(*) from audit_log where action = 'given-up'"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_the_field_would_never_take_is_not_kept_as_given_up(string table)
    {
        var form = Of(table);
        var page = await OpenAsync(Ada, form);
        await Admins.Database.RunAsync(form.Save);

        // A free text takes a mark of direction.
        string[] hidden = form == SmallForm.Problem ? [] : ["1\u202E2"];
        foreach (var typed in (string[])[form.Wrong, new string('9', 5000), .. hidden])
        {
            using var answer = await SendAsync(
                Ada,
                form,
                page,
                (form.Field, typed),
                ($"Choice[{form.Field}]", "theirs"),
                ("__Key", Guid.CreateVersion7().ToString())
            );
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal(
            0,
            await Admins.Database.AskAsync<long>(
                "select count(*) from audit_log where action = 'given-up'"
            )
        );
    }

    [Theory]
    [InlineData("feature_switches", "roles", "[]", "[\"Owner\"]")]
    [InlineData("feature_switches", "percent", "60", "600")]
    [InlineData("feature_switches", "percent", "60", "null")]
    [InlineData("feature_switches", "people", "[]", "[7, null]")]
    [InlineData("alarm_rules", "threshold", "7", "\"soon\"")]
    [InlineData("alarm_rules", "window_minutes", "5", "1e400")]
    [InlineData("problem_reports", "state", "\"New\"", "\"Sold\"")]
    [InlineData("report_settings", "send_at", "\"08:30:00\"", "\"now\"")]
    public async Task A_value_that_is_no_longer_valid_is_not_put_back(
        string table,
        string column,
        string kept,
        string value
    )
    {
        var form = Of(table);
        await Admins.Database.RunAsync(form.Save);
        var before = await StoredAsync(form);
        var row = await Admins.Database.AskAsync<string>(
            $"select {(table is "report_settings" or "problem_reports" ? "id::text" : "name")} from {table}"
        );
        var line = await Admins.Database.AskAsync<long>(
            $$"""
            insert into audit_log (action, table_name, row_id, diff)
            values ('given-up', '{{table}}', '{{row}}', '{"{{column}}": [{{kept}}, {{value}}]}') returning id
            """
        );

        using var back = await Ada.PostAsync(
            form.Page.Split('?')[0] + "?handler=PutBack",
            ("change", $"{line}:{column}")
        );

        if (column != "people")
            await PersonOffice.RefusedAsync(back, HttpStatusCode.UnprocessableEntity);
        Assert.True((int)back.StatusCode < 500, $"{back.StatusCode}");
        Assert.Equal(before, await StoredAsync(form));
        using var audit = await Ada.GetAsync("/admin/audit");
        Assert.Equal(HttpStatusCode.OK, audit.StatusCode);
    }
}
