using System.Globalization;
using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Account;

public sealed class SlowDownTests(TestPostgres postgres) : OfficeTest(postgres)
{
    static readonly string Staff = TestUsers.EmailOf(UserRole.Staff);

    // The pauses are seconds: on a slow machine they would be over before the next guess.
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        App.Clock.Freeze();
    }

    [Fact]
    public async Task Guessing_gets_slower_and_slower_up_to_half_a_minute()
    {
        using var guesser = App.Stranger();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GuessAsync(guesser)).Code);

        foreach (var pause in new[] { 1, 2, 4, 8, 16, 30, 30 })
        {
            var (code, wait) = await GuessAsync(guesser);
            Assert.Equal(HttpStatusCode.TooManyRequests, code);
            Assert.InRange(wait, pause - 1, pause);
            App.Clock.Advance(TimeSpan.FromSeconds(pause));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GuessAsync(guesser)).Code);
        }
    }

    [Fact]
    public async Task A_stranger_does_not_keep_out_whoever_signed_in_here_before()
    {
        using var own = await App.SignInAsync();
        using var _ = await own.PostAsync("/account/sign-out");
        using var guesser = App.Stranger();
        for (var i = 0; i < 8; i++)
            await GuessAsync(guesser);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GuessAsync(guesser)).Code);

        await own.SignInAsync(Staff, TestUsers.Password);

        await own.GetPageAsync("/account");
    }

    [Fact]
    public async Task Somebody_else_at_the_same_address_is_not_kept_waiting()
    {
        using var guesser = App.Stranger();
        for (var i = 0; i < 8; i++)
            await GuessAsync(guesser);

        using var manager = await App.SignInAsync(UserRole.Manager);

        await manager.GetPageAsync("/account");
    }

    [Fact]
    public async Task An_unknown_address_is_slowed_down_just_the_same()
    {
        using var guesser = App.Stranger();
        for (var i = 0; i < 5; i++)
            await GuessAsync(guesser, "nobody@example.test");

        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await GuessAsync(guesser, "nobody@example.test")).Code
        );
    }

    [Fact]
    public async Task All_nodes_count_together()
    {
        await using var other = await OfficeApp.StartAsync(Database);
        other.Clock.Freeze();
        using var here = App.Stranger();
        using var there = other.Stranger();
        for (var i = 0; i < 3; i++)
            await GuessAsync(here);
        for (var i = 0; i < 2; i++)
            await GuessAsync(there);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await GuessAsync(here)).Code);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await GuessAsync(there)).Code);
    }

    [Fact]
    public async Task Guesses_made_at_once_do_not_all_count_as_the_first()
    {
        var guessers = Enumerable.Range(0, 20).Select(_ => App.Stranger()).ToList();

        var answers = await Task.WhenAll(guessers.Select(guesser => GuessAsync(guesser)));

        Assert.Equal(5, answers.Count(a => a.Code == HttpStatusCode.UnprocessableEntity));
        guessers.ForEach(guesser => guesser.Dispose());
    }

    [Fact]
    public async Task The_right_password_is_not_even_tried_while_one_must_wait()
    {
        using var guesser = App.Stranger();
        for (var i = 0; i < 5; i++)
            await GuessAsync(guesser);

        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await GuessAsync(guesser, Staff, TestUsers.Password)).Code
        );
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await GuessAsync(guesser, Staff, TestUsers.Password)).Code
        );
    }

    static async Task<(HttpStatusCode Code, int Wait)> GuessAsync(
        Visitor guesser,
        string? email = null,
        string password = "a guess that is wrong"
    )
    {
        using var answer = await guesser.PostAsync(
            "/account/sign-in",
            ("Email", email ?? Staff),
            ("Password", password)
        );
        var wait = answer.Headers.RetryAfter?.ToString();
        return (
            answer.StatusCode,
            wait is null ? 0 : int.Parse(wait, CultureInfo.InvariantCulture)
        );
    }
}
