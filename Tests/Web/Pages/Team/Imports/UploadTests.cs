using System.Net;
using System.Text;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Imports;

public sealed class UploadTests(ImportOffice office) : IClassFixture<ImportOffice>
{
    [Fact]
    public async Task Staff_may_not_bring_lists_in()
    {
        using var staff = await office.App.SignInAsync(UserRole.Staff);
        foreach (
            var path in (string[])
                [
                    "/team/import",
                    "/team/import/template.csv",
                    $"/team/import/{Guid.CreateVersion7()}",
                    $"/team/import/{Guid.CreateVersion7()}/columns",
                    $"/team/import/{Guid.CreateVersion7()}/rejected",
                    $"/team/import/{Guid.CreateVersion7()}/rejected.csv",
                ]
        )
        {
            using var page = await staff.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        }
        using var sent = await office.SendAsync(staff, "Name\nA"u8.ToArray());
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var sent = await office.SendAsync(
            office.Manager,
            "Name\nA"u8.ToArray(),
            token: "made up"
        );
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_in_words_and_leaves_nothing()
    {
        var before = await office.CountAsync("imports");
        using var sent = await office.SendAsync(office.Manager, "Name\nA\n\"B"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var page = await Visitor.ParseAsync(sent);
        Assert.StartsWith(
            "Line 3 has a cell that does not end",
            page.QuerySelector(".summary-errors")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(before, await office.CountAsync("imports"));
    }

    [Fact]
    public async Task More_than_100000_lines_are_refused()
    {
        var file = new StringBuilder("Name\n").Insert(5, "Somebody\n", 100_001);
        using var sent = await office.SendAsync(
            office.Manager,
            Encoding.UTF8.GetBytes(file.ToString())
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Contains(
            "more than 100,000 lines",
            await sent.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_columns_are_guessed_and_shown_with_what_stands_in_them()
    {
        var id = await office.UploadAsync(
            "Vorname;Nachname;Handy;Schuhgröße",
            "Amira;Yilmaz;0151 234567;38",
            "Tom;Maier;;44"
        );
        var page = await office.Manager.GetPageAsync($"/team/import/{id}/columns");
        var chosen = page.QuerySelectorAll("select")
            .Select(select => select.QuerySelector("option[selected]")?.GetAttribute("value"));
        Assert.Equal(["FirstName", "LastName", "Phone", ""], chosen.Select(value => value ?? ""));
        Assert.Contains(
            "Amira",
            page.QuerySelectorAll("tbody tr")[0].TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Fields[1]", "Phone", "Phone", "Another column fills this field already")]
    [InlineData("", "Email", "", "Say which column holds the name")]
    public async Task Columns_that_cannot_be_are_refused(
        string _,
        string first,
        string second,
        string why
    )
    {
        var id = await office.UploadAsync("a,b", "1,2");
        using var answer = await office.Manager.PostAsync(
            $"/team/import/{id}/columns",
            ("Form.Fields[0]", first),
            ("Form.Fields[1]", second),
            ("Form.UpdateKnown", "true"),
            ("Form.AddChoices", "false")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_template_carries_the_headings()
    {
        using var answer = await office.Manager.GetAsync("/team/import/template.csv");
        Assert.StartsWith(
            "\uFEFFName,Phone,E-mail,Role",
            Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()),
            StringComparison.Ordinal
        );
    }
}
