using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>An office in which a test plants what was measured, and reads what the page says of it.</summary>
public abstract class HealthOffice(TestPostgres postgres) : OfficeTest(postgres)
{
    protected const string Page = "/admin/sync-health";

    // The program measures itself, too: a node of the test's own tells the planted from the real.
    protected const string Planted = Page + "?node=planted";

    protected Task TellAsync(
        string name,
        string label,
        long count,
        double sum,
        string buckets = "null",
        string ago = "2 minutes"
    ) =>
        Database.RunAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"insert into measure_minutes values (date_trunc('minute', now()) - interval '{ago}', '{name}', '{label}', 'planted', {count}, {sum}, 5000, {buckets})"
            )
        );

    protected async Task OpenAsync(
        string state,
        int waiting,
        string oldest = "null",
        UserRole role = UserRole.Staff
    )
    {
        var who = state == "polling" ? UserRole.Manager : role;
        await Database.RunAsync(
            $"""
            insert into browsers (id, user_id, node, state, transport, queue_length, queue_oldest, opened_at, seen_at)
            select gen_random_uuid(), id, 'planted', '{state}', 'websockets', {waiting}, {oldest}, now(), now()
            from users where role = '{who}'
            """
        );
    }

    protected static string Figure(IHtmlDocument page, string key) =>
        page.QuerySelector($"[data-figure={key}]")!.TextContent.Trim();

    protected static string Note(IHtmlDocument page, string key) =>
        page.QuerySelector($"#tile-{key} .note")!.TextContent.Trim();

    protected static string Change(IHtmlDocument page, string key) =>
        page.QuerySelector($"#tile-{key} .change")?.TextContent.Trim() ?? "";

    protected static string Words(IElement element) =>
        string.Join(
            ' ',
            element.TextContent.Split(
                (char[])[' ', '\n'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        );
}
