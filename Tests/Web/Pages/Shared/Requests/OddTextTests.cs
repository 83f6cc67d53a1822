using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Shared.Requests;

/// <summary>Text that is none, wherever somebody may send it.</summary>
public sealed class OddTextTests(TestPostgres postgres) : OfficeTest(postgres)
{
    // NUL, what is no character, half an emoji in bytes, and marks for a machine to sort.
    const string Nul = "%00";
    const string NoCharacter = "%EF%BF%BE";
    const string Half = "%ED%A0%BD";

    [Theory]
    [InlineData(Nul)]
    [InlineData(NoCharacter)]
    [InlineData(Half)]
    public async Task In_an_address_it_does_not_fail(string odd)
    {
        using var stranger = App.Stranger();
        using var ada = await App.SignInAsync(UserRole.Admin);
        foreach (
            var (who, path) in new[]
            {
                (stranger, $"/account/sign-in?ReturnUrl=/{odd}"),
                (stranger, $"/account/reset?user={odd}&token={odd}"),
                (stranger, $"/reports/confirm?token={odd}"),
                (ada, $"/find?q=Ami{odd}"),
                (ada, $"/team?q=Ami{odd}&skill={odd}&role={odd}"),
                (ada, $"/team?after={odd}"),
                (ada, $"/team/export.csv?q={odd}"),
                (ada, $"/admin/audit?who={odd}&q={odd}&person={odd}"),
                (ada, $"/admin/sync-health?q={odd}&figure={odd}"),
                (ada, $"/admin/jobs?part={odd}"),
                (ada, $"/admin/reports/2026-1{odd}"),
                (ada, $"/here?part=faces&place={odd}"),
            }
        )
        {
            using var answer = await who.GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"{path} was answered {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_search_cut_within_an_emoji_does_not_fail()
    {
        using var sam = await App.SignInAsync();
        await sam.GetPageAsync("/find?q=" + new string('a', 79) + "%F0%9F%91%8B");
        await sam.GetPageAsync("/team?q=" + new string('a', 99) + "%F0%9F%91%8B");
    }

    [Theory]
    [InlineData("/account/sign-in", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/account/forgot", HttpStatusCode.OK)]
    public async Task In_a_strangers_form_it_is_removed(string path, HttpStatusCode status)
    {
        using var stranger = App.Stranger();
        using var answer = await stranger.PostAsync(
            path,
            ("Email", "staff\uFFFE@example.test"),
            ("Password", "a long\uFFFF enough guess"),
            ("ReturnUrl", "/\uFFFE")
        );

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_with_a_NUL_is_refused()
    {
        using var stranger = App.Stranger();
        using var answer = await stranger.PostAsync(
            "/account/sign-in",
            ("Email", "staff\0@example.test"),
            ("Password", "a guess")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task What_was_parsed_is_saved_and_recorded()
    {
        using var mia = await App.SignInAsync(UserRole.Manager);
        var form = await mia.GetPageAsync("/team/new");
        using var saved = await mia.PostAsync(
            "/team/new",
            PersonOffice.Filled(
                form,
                "#new-person",
                ("Name", "Ami\uFFFEra Khan\uFDD0"),
                ("Notes", "Left\uFFFF hand")
            )
        );

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await mia.GetPageAsync(saved.Headers.Location!.ToString());
        Assert.Equal("Amira Khan", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(
            1,
            await CountAsync(
                "audit_log where table_name = 'employees' and diff::text like '%\"Amira Khan\"%' and diff::text like '%\"Left hand\"%'"
            )
        );
    }

    [Theory]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/team?q=Đỗ 👋", "/team?q=%C4%90%E1%BB%97%20%F0%9F%91%8B")]
    [InlineData("/team?q=a%20b", "/team?q=a%20b")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task One_returns_to_any_page_of_ours(string wanted, string gone)
    {
        using var stranger = App.Stranger();
        using var answer = await stranger.PostAsync(
            "/account/sign-in",
            ("Email", TestUsers.EmailOf(UserRole.Staff)),
            ("Password", TestUsers.Password),
            ("ReturnUrl", wanted)
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(gone, answer.Headers.Location!.OriginalString);

        // Whoever is signed in already is sent on at once.
        using var onward = await stranger.GetAsync(
            $"/account/sign-in?ReturnUrl={Uri.EscapeDataString(wanted)}"
        );
        Assert.Equal(gone, onward.Headers.Location!.OriginalString);
    }
}
