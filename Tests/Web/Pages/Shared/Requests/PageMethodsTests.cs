using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Shared.Requests;

public sealed class PageMethodsTests(TestPostgres postgres) : OfficeTest(postgres)
{
    static readonly string[] Unsafe = ["POST", "PUT", "PATCH", "PAGE", "DELETE", "MADE-UP"];

    [Fact]
    public async Task A_page_without_a_handler_for_it_says_so()
    {
        using var ada = await App.SignInAsync(UserRole.Admin);
        var token = await ada.TokenAsync();
        var asked = 0;
        foreach (var page in await App.PagesAsync())
        foreach (
            var method in Unsafe.Except(
                page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant())
            )
        )
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), page.Address());
            request.Headers.Add("RequestVerificationToken", token);
            request.Content = new FormUrlEncodedContent([]);
            using var answer = await ada.Http.SendAsync(
                request,
                TestContext.Current.CancellationToken
            );
            Assert.True(
                answer.StatusCode == HttpStatusCode.MethodNotAllowed,
                $"{method} {page.Address()} was answered {answer.StatusCode}"
            );
            Assert.Contains("GET", answer.Content.Headers.Allow);
            asked++;
        }
        Assert.True(asked > 150, $"Only {asked} were asked.");
    }

    [Theory]
    [InlineData("/team/import?handler=Nothing", HttpStatusCode.BadRequest)]
    [InlineData("/admin/jobs?handler=nothing", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/admin/jobs", HttpStatusCode.MethodNotAllowed)]
    public async Task A_handler_name_that_does_not_exist_is_refused(
        string path,
        HttpStatusCode status
    )
    {
        using var ada = await App.SignInAsync(UserRole.Admin);
        using var answer = await ada.PostAsync(path);

        Assert.Equal(status, answer.StatusCode);
    }
}
