using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Pages.Here;

public class HereTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task Whoever_has_the_same_page_open_is_shown_there_and_not_to_themselves()
    {
        using var bea = await App.SignInAsync(UserRole.Manager);
        using var tom = await App.SignInAsync();
        await using var socket = await LiveClient.ConnectAsync(App.Address, tom.CookieHeader);
        await socket.WatchAsync(["here:/team"]);

        await Eventually.TrueAsync(async () =>
            (await FacesAsync(bea, "/team")).Contains("Also on this page", StringComparison.Ordinal)
        );

        Assert.Contains("Nobody else", await FacesAsync(tom, "/team"), StringComparison.Ordinal);
        Assert.Contains(
            "Nobody else",
            await FacesAsync(bea, "/admin/jobs"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_is_on_a_page_is_told_only_to_those_who_may_open_it()
    {
        using var tom = await App.SignInAsync();
        await using var socket = await LiveClient.ConnectAsync(App.Address, tom.CookieHeader);

        using var answer = await tom.GetAsync("/here?part=faces&place=/admin/jobs");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            socket.WatchAsync(["here:/admin/jobs"])
        );
    }

    [Theory]
    [InlineData("/team/<b>")]
    [InlineData("team")]
    [InlineData("")]
    public async Task What_is_no_page_is_no_place(string place)
    {
        using var bea = await App.SignInAsync(UserRole.Manager);

        using var answer = await bea.GetAsync(
            $"/here?part=faces&place={Uri.EscapeDataString(place)}"
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_a_silent_node_left_is_taken_away_and_told()
    {
        var tom = await IdOfAsync(UserRole.Staff);
        var here = App.Services.GetRequiredService<Node>().Id;
        await Database.RunAsync(
            $"""
            insert into nodes (id, host, version, started_at, heartbeat_at)
            values ('silent', 'h', '1', now(), now() - interval '16 seconds'), ('alive', 'h', '1', now(), now() + interval '1 hour');
            insert into presence values ('silent', '{tom}', '/team'), ('alive', '{tom}', '/admin'),
              ('{here}', '{tom}', '/account')
            """
        );

        await Eventually.TrueAsync(async () => await CountAsync("presence") == 1);

        Assert.Equal("alive", await Database.AskAsync<string>("select node from presence"));
        // Once when they came, and then of those that were taken away alone.
        Assert.Equal(1, await CountAsync("change_log where 'here:/admin' = any (topics)"));
        Assert.Equal(
            1,
            await CountAsync(
                "change_log where topics @> array['here:/account', 'here:/team'] and not 'here:/admin' = any (topics)"
            )
        );
    }

    [Fact]
    public async Task Very_many_places_at_once_are_told_as_one()
    {
        var tom = await IdOfAsync(UserRole.Staff);

        await Database.RunAsync(
            $"insert into presence select 'alive', '{tom}', '/team/' || i from generate_series(1, 201) i"
        );

        Assert.Equal(1, await CountAsync("change_log where topics = array['presence', 'here:*']"));
    }

    static async Task<string> FacesAsync(Visitor visitor, string place)
    {
        using var answer = await visitor.GetAsync($"/here?part=faces&place={place}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
