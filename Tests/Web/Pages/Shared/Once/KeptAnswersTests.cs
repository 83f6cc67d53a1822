using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Tests.Web.Pages.Shared.Once;

/// <summary>How long, and for whom, an answer is kept.</summary>
public sealed class KeptAnswersTests(PersonOffice office) : Keyed(office)
{
    [Fact]
    public async Task What_was_answered_about_somebody_who_is_erased_is_forgotten()
    {
        var person = await Office.AddAsync("Amira Yilmaz");
        using var archived = await ArchiveAsync(Office.Manager, person.Id);
        await Eventually.TrueAsync(async () => await CountAsync(Kept) == 1);

        using var erased = await Office.Admin.PostAsync(
            $"/team/{person.Id}/erase",
            ("Confirmation", "Amira Yilmaz")
        );
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);

        Assert.Equal(0, await CountAsync("saved_answers where body is not null and at < now()"));
        Assert.Equal(1, await CountAsync($"saved_answers where key = '{Key}' and status is null"));
    }

    [Fact]
    public async Task What_was_said_in_one_role_is_not_said_again_in_another()
    {
        var mona = TestUsers.Make("Mona", "mona@example.test", UserRole.Manager);
        await using var hand = Office.Open();
        hand.Add(mona);
        await hand.SaveChangesAsync(TestContext.Current.CancellationToken);
        using var visitor = Office.App.Stranger();
        await visitor.SignInAsync(mona.Email!, TestUsers.Password);
        var person = await Office.AddAsync("Amira Yilmaz");
        using var first = await ArchiveAsync(visitor, person.Id);
        await Eventually.TrueAsync(async () => await CountAsync(Kept) == 1);

        using var lowered = await Office.Admin.PostAsync(
            $"/admin/users/{mona.Id}?handler=Role",
            ("Role", "Staff")
        );
        await Office.Database.RunAsync(
            $"update saved_answers set at = at - interval '5 seconds' where key = '{Key}'"
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
        using var first = await AddRoleAsync(Office.Manager, Role());
        await using var asStaff = Office.Open();
        asStaff.Viewer = new(Guid.CreateVersion7(), "Somebody", UserRole.Admin, null);

        Assert.Empty(asStaff.SavedAnswers);
        Assert.Empty(asStaff.SavedAnswers.IgnoreQueryFilters());
    }

    [Fact]
    public async Task What_is_kept_a_week_is_forgotten_and_no_earlier()
    {
        using var first = await AddRoleAsync(Office.Manager, Role());
        await Office.Database.RunAsync(
            $"update saved_answers set at = now() - interval '7 days 1 minute' where key = '{Key}'"
        );
        var younger = Guid.CreateVersion7();
        using var fresh = await AddRoleAsync(Office.Manager, Role(), younger);
        await Office.Database.RunAsync(
            $"update saved_answers set at = now() - interval '6 days 23 hours' where key = '{younger}'"
        );

        await using var program = Office.Open();
        await using var connection = new Npgsql.NpgsqlConnection(
            Office.Database.AppConnectionString
        );
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var forget = new Npgsql.NpgsqlCommand(
            "select forget_saved_answers()",
            connection
        );
        await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await CountAsync($"saved_answers where key = '{Key}'"));
        Assert.Equal(1, await CountAsync($"saved_answers where key = '{younger}'"));
    }

    string Kept => $"saved_answers where key = '{Key}' and body is not null";
}
