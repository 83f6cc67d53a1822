using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;
using static System.StringComparison;

namespace StaffDashboard.Tests.Web.Pages;

/// <summary>
/// A request that waits for a second connection while it holds one waits for ever once as many do so as there are
/// connections. Here there is one.
/// </summary>
public sealed class OneConnectionTests(TestPostgres postgres)
{
    [Fact]
    public async Task Every_page_is_shown_and_every_form_saved_over_one_connection_at_a_time()
    {
        await using var database = await postgres.OfficeAsync();
        await using var app = await OfficeApp.StartAsync(
            database,
            settings: (
                "ConnectionStrings:StaffDashboard",
                $"{database.AppConnectionString};Maximum Pool Size=1;Timeout=30"
            )
        );
        using var admin = await app.SignInAsync(UserRole.Admin);
        using var added = await SaveAsync(
            admin,
            "/team/new",
            ("Name", "Amira Yilmaz"),
            ("Employment", "Student"),
            ("OpeningHours", "0")
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Employee amira;
        await using (var office = new Office(Schema.Options(database.AppConnectionString)))
            amira = await office.Employees.SingleAsync(TestContext.Current.CancellationToken);
        var staff = await database.AskAsync<Guid>(
            $"select id from users where email = '{TestUsers.EmailOf(UserRole.Staff)}'"
        );
        var refused = new List<string>();

        // What a letter's link opens is gone without the link.
        foreach (
            var page in AllPages.Of(amira).Where(page => !page.StartsWith("/reports", Ordinal))
        )
        {
            using var answer = await admin.GetAsync(page);
            Note(page, answer);
        }
        var position = app.Services.GetRequiredService<Position>();
        foreach (var (page, fields) in Forms(amira, staff))
        {
            // As right after a pause of the server: the node cannot say by itself how far it has come.
            position.Lose();
            using var answer = await SaveAsync(admin, page, fields);
            Note(page, answer);
        }

        Assert.Empty(refused);

        void Note(string page, HttpResponseMessage answer)
        {
            if ((int)answer.StatusCode >= 400)
                refused.Add($"{page}: {(int)answer.StatusCode}");
        }
    }

    static IEnumerable<(string Page, (string, string)[] Fields)> Forms(
        Employee amira,
        Guid staff
    ) =>
        [
            ($"/team/{amira.Id}/contact", [("Name", "Amira Berger"), ("Was[Name]", amira.Name)]),
            ($"/team/{amira.Id}/notes", [("Notes", "Only from six"), ("Was[Notes]", "")]),
            ("/team/bulk", [("Ids", $"{amira.Id}"), ("Action", "AddSkill"), ("Skill", "Beer")]),
            ($"/team/{amira.Id}?handler=Archive", []),
            ($"/team/{amira.Id}?handler=Restore", []),
            ("/problems", [("Comment", "It broke")]),
            ("/admin/work-roles", [("Name", "Bar"), ("Hue", "1")]),
            ("/admin/switches?edit=queue", [("Percent", "50")]),
            (
                "/admin/alerts/rules?edit=latency",
                [("IsOn", "true"), ("Threshold", "4"), ("WindowMinutes", "15")]
            ),
            ($"/admin/users/{staff}?handler=Role", [("Role", "Manager")]),
            ($"/admin/users/{staff}?handler=Disable", []),
            ($"/admin/users/{staff}?handler=Enable", []),
            ($"/admin/users/{staff}?handler=SignOut", []),
            ("/admin/reports?handler=Test", []),
            ("/account", [("Name", "Ada Andersen")]),
            ("/account/appearance", [("theme", "Dark")]),
            ("/admin/reports?handler=Add", [("Recipient.Email", "bea@example.test")]),
            ("/admin/users/new", [("Email", "cem@example.test"), ("Role", "Staff")]),
            ($"/team/{amira.Id}/erase", [("Confirmation", "Amira Berger")]),
            (
                "/account/password",
                [("Old", TestUsers.Password), ("New", "Much longer than before")]
            ),
        ];

    static Task<HttpResponseMessage> SaveAsync(
        Visitor who,
        string page,
        params (string, string)[] fields
    ) => who.PostAsync(page, [.. fields, ("__Key", $"{Guid.CreateVersion7()}")]);
}
