using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Account;

/// <summary>What waits to be said to one person is not said to the next at the same browser.</summary>
public sealed class LeftMessageTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string TokenField = "__RequestVerificationToken";

    [Fact]
    public async Task It_is_removed_at_sign_out()
    {
        using var shared = await App.SignInAsync();
        var token = await SaveNameAsync(shared);

        using var left = await SendAsync(shared, "/account/sign-out", token);

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        await AssertNothingIsSaidAsync(shared);
    }

    [Fact]
    public async Task It_is_removed_when_the_session_is_ended_elsewhere()
    {
        using var shared = await App.SignInAsync();
        await SaveNameAsync(shared);
        await Database.RunAsync("delete from sessions");

        await AssertNothingIsSaidAsync(shared);
    }

    static async Task AssertNothingIsSaidAsync(Visitor shared)
    {
        Assert.Null((await shared.GetPageAsync("/account/sign-in")).QuerySelector(".toast"));
        await shared.SignInAsync(TestUsers.EmailOf(UserRole.Manager), TestUsers.Password);
        Assert.Null((await shared.GetPageAsync("/account")).QuerySelector(".toast"));
    }

    /// <summary>And leaves before the page that would say so is shown.</summary>
    static async Task<string> SaveNameAsync(Visitor visitor)
    {
        var token = await visitor.TokenAsync();
        using var saved = await SendAsync(visitor, "/account", token, ("Name", "Sam Keller"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        return token;
    }

    static async Task<HttpResponseMessage> SendAsync(
        Visitor visitor,
        string path,
        string token,
        params (string Name, string Value)[] fields
    )
    {
        using var form = new FormUrlEncodedContent(
            fields
                .Append((TokenField, token))
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
        );
        return await visitor.Http.PostAsync(
            new Uri(path, UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );
    }
}
