using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Imports.Run;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Imports;

/// <summary>An import of another kind of record is not to be reached from here.</summary>
public sealed class OtherKindTests(ImportOffice office) : IClassFixture<ImportOffice>
{
    [Theory]
    [InlineData("")]
    [InlineData("?part=progress")]
    [InlineData("/columns")]
    [InlineData("/rejected")]
    [InlineData("/rejected.csv")]
    public async Task It_has_no_page(string page)
    {
        var id = await OtherAsync();

        using var answer = await office.Manager.GetAsync($"/team/import/{id}{page}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("?handler=Check")]
    [InlineData("?handler=Save")]
    [InlineData("?handler=Cancel")]
    [InlineData("?handler=Undo")]
    [InlineData("/columns")]
    public async Task No_button_of_it_can_be_pressed(string form)
    {
        var id = await OtherAsync();

        using var answer = await office.Manager.PostAsync(
            $"/team/import/{id}{form}",
            ("Form.Fields[0]", "Name")
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(
            1,
            await office.CountAsync($"imports where id = '{id}' and state = 'Mapping'")
        );
    }

    [Fact]
    public async Task It_is_not_among_the_earlier_lists()
    {
        var mine = await office.UploadAsync("Name", "Somebody");
        var other = await OtherAsync();

        var page = await office.Manager.GetPageAsync("/team/import");

        Assert.NotNull(page.QuerySelector($"#import-{mine}"));
        Assert.Null(page.QuerySelector($"#import-{other}"));
    }

    [Fact]
    public async Task What_this_version_does_not_know_waits_for_one_that_does()
    {
        var unknown = await OtherAsync();
        await office.Database.RunAsync(
            $"update imports set state = 'Checking', asked_by_id = owner_id where id = '{unknown}'"
        );
        await office.CheckAsync(await office.UploadAsync("Name", "Somebody"), fields: ["Name"]);

        Assert.Equal(
            1,
            await office.CountAsync($"imports where id = '{unknown}' and state = 'Checking'")
        );
        // Nor is it tried again and again.
        Assert.DoesNotContain(
            unknown,
            await office
                .App.Services.GetRequiredService<ImportRun>()
                .WaitingAsync(TestContext.Current.CancellationToken)
        );
    }

    async Task<Guid> OtherAsync()
    {
        var id = await office.UploadAsync("Name", "Somebody");
        await office.Database.RunAsync(
            $"update imports set table_name = 'firms' where id = '{id}'"
        );
        return id;
    }
}
