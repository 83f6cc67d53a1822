using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Shared.Requests;

/// <summary>A page elsewhere can send a browser's cookie, and no token of ours.</summary>
public sealed class TokenlessTests(TestPostgres postgres) : OfficeTest(postgres)
{
    // The signed link of a letter is enough, or the page says what became of another request.
    static readonly string[] Free = ["/Reports/Unsubscribe", "/Error"];

    [Fact]
    public async Task No_form_is_taken_without_a_token()
    {
        using var ada = await App.SignInAsync(UserRole.Admin);
        var asked = 0;
        foreach (var page in await App.PagesAsync())
        foreach (
            var handler in page.HandlerMethods.Where(h =>
                !h.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase)
                && !Free.Contains(page.ViewEnginePath)
            )
        )
        {
            var address = page.Address() + (handler.Name is null ? "" : $"?handler={handler.Name}");
            using var content = new FormUrlEncodedContent([]);
            using var answer = await ada.Http.PostAsync(
                new Uri(address, UriKind.Relative),
                content,
                TestContext.Current.CancellationToken
            );
            Assert.True(
                answer.StatusCode == HttpStatusCode.BadRequest,
                $"{address} was answered {answer.StatusCode}"
            );
            asked++;
        }
        Assert.True(asked > 50, $"Only {asked} were asked.");
    }
}
