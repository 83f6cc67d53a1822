using System.Globalization;
using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Access;

namespace StaffDashboard.Tests.Web.Pages.Account;

/// <summary>What an attempt is counted under. What has failed is dated ahead, so that no clock decides these tests.</summary>
public sealed class GuessingTests(TestPostgres postgres) : OfficeTest(postgres)
{
    static readonly string Staff = TestUsers.EmailOf(UserRole.Staff);
    static readonly string Manager = TestUsers.EmailOf(UserRole.Manager);

    [Fact]
    public async Task One_network_that_tries_many_accounts_is_slowed_down()
    {
        for (var i = 0; i < 20; i++)
            Assert.Equal(
                HttpStatusCode.UnprocessableEntity,
                await GuessAsync(Email(i), $"2001:db8:1:2::{i + 1:x}")
            );
        await HoldAsync();

        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            await GuessAsync(Email(20), "2001:db8:1:2:ffff::1")
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await GuessAsync(Email(21), "2001:db8:1:3::1")
        );
    }

    [Fact]
    public async Task So_is_one_IPv4_address()
    {
        for (var i = 0; i < 20; i++)
            await GuessAsync(Email(i), i % 2 == 0 ? "192.0.2.7" : "::ffff:192.0.2.7");
        await HoldAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(Email(20), "192.0.2.7"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await GuessAsync(Email(21), "192.0.2.8"));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    public void IPv6_addresses_of_one_customer_count_as_one(string one, string other, bool same)
    {
        Assert.Equal(same, Counted(one) == Counted(other));

        static string Counted(string address)
        {
            var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            return SignInDoor.Address(context).What;
        }
    }

    [Fact]
    public async Task A_browser_is_known_for_the_account_that_signed_in_there_and_for_no_other()
    {
        using var own = await App.SignInAsync(UserRole.Manager);
        using var _ = await own.PostAsync("/account/sign-out");
        using var colleague = await App.SignInAsync();
        using var __ = await colleague.PostAsync("/account/sign-out");
        for (var i = 0; i < 5; i++)
            await GuessAsync(Manager, "192.0.2.7");
        await HoldAsync();

        using var answer = await colleague.PostAsync(
            "/account/sign-in",
            ("Email", Manager),
            ("Password", TestUsers.Password)
        );

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        await own.SignInAsync(Manager, TestUsers.Password);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_signs_in_without_end_waits_though_the_password_is_right(bool isKnown)
    {
        using var own = await App.SignInAsync(UserRole.Manager);
        for (var i = 1; i < 30; i++)
            await own.SignInAsync(Manager, TestUsers.Password);
        await HoldAsync();
        using var stranger = App.Stranger();

        using var answer = await (isKnown ? own : stranger).PostAsync(
            "/account/sign-in",
            ("Email", Manager),
            ("Password", TestUsers.Password)
        );

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        using var colleague = await App.SignInAsync();
    }

    [Fact]
    public async Task Guessing_the_current_password_is_slowed_down()
    {
        using var sam = await App.SignInAsync();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await ChangeAsync(sam, "a guess"));
        await HoldAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, await ChangeAsync(sam, TestUsers.Password));

        using var back = App.Stranger();
        await Database.RunAsync("delete from sign_in_throttles");
        await back.SignInAsync(Staff, TestUsers.Password);
        Assert.Equal(0, await CountAsync("audit_log where diff ? 'password_hash'"));
    }

    static async Task<HttpStatusCode> ChangeAsync(Visitor visitor, string old)
    {
        using var answer = await visitor.PostAsync(
            "/account/password",
            ("Old", old),
            ("New", "quite another long secret")
        );
        return answer.StatusCode;
    }

    Task HoldAsync() =>
        Database.RunAsync(
            "update sign_in_throttles set last_failure_at = last_failure_at + interval '1 hour'"
        );

    async Task<HttpStatusCode> GuessAsync(string email, string from)
    {
        using var guesser = App.Stranger();
        guesser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        using var answer = await guesser.PostAsync(
            "/account/sign-in",
            ("Email", email),
            ("Password", "a guess that is wrong")
        );
        return answer.StatusCode;
    }

    static string Email(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"guess{number}@example.test");
}
