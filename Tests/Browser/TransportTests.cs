using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Browser;

/// <summary>By which way a page is told, when not every way is open.</summary>
public class TransportTests(TestPostgres postgres, Chromium chromium)
    : LineWatch(postgres, chromium)
{
    [Fact]
    public async Task Without_sockets_the_next_best_way_is_taken_and_the_best_one_again_when_it_can_be_had()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        line.Refuse("upgrade: websocket");
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();
        await PanelSaysAsync(tom, "transport", "Direct, one way");
        Assert.Equal("ServerSentEvents", Transport());
        await RenameAsync(amira.Id, "Amira one way");
        await ShowsAsync(tom, amira.Id, "Amira one way");

        line.Mend();
        await LookAsync(tom);

        await PanelSaysAsync(tom, "transport", "Direct");
        await RenameAsync(amira.Id, "Amira by socket");
        await ShowsAsync(tom, amira.Id, "Amira by socket");
    }

    [Fact]
    public async Task Waiting_requests_do_when_nothing_may_stream()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        line.Refuse("upgrade: websocket", "text/event-stream");
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();

        await PanelSaysAsync(tom, "transport", "By waiting requests");
        await RenameAsync(amira.Id, "Amira, waited for");
        await ShowsAsync(tom, amira.Id, "Amira, waited for");
    }

    [Fact]
    public async Task Without_any_line_the_sections_are_asked_for_by_the_clock()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        line.Refuse("upgrade: websocket", "/live?id=");
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await SaysAsync(tom, "Every 15 seconds");

        await RenameAsync(amira.Id, "Amira by the clock");

        await ShowsAsync(tom, amira.Id, "Amira by the clock");
        await SaysAsync(tom, "Every 15 seconds");
    }

    string Transport() =>
        Assert.Single(App.Services.GetRequiredService<LiveConnections>().All).Transport;
}
