using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Find;

public class IndexTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Theory]
    [InlineData(UserRole.Staff)]
    [InlineData(UserRole.Manager)]
    [InlineData(UserRole.Admin)]
    public async Task Every_result_of_the_palette_opens(UserRole role)
    {
        using var visitor = await App.SignInAsync(role);
        var page = await visitor.GetPageAsync("/find");
        var places = page.QuerySelectorAll("main a.found-item")
            .Select(a => a.GetAttribute("href")!);

        Assert.NotEmpty(places);
        foreach (var place in places)
        {
            using var answer = await visitor.GetAsync(place);
            Assert.Equal((place, HttpStatusCode.OK), (place, answer.StatusCode));
        }
    }
}
