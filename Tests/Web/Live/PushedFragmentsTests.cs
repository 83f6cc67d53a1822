using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>What one browser asks for is pushed to those who were given the same, and to nobody else.</summary>
public sealed class PushedFragmentsTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;
    OfficeApp app = null!;
    Guid person;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.OfficeAsync();
        app = await OfficeApp.StartAsync(database);
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        var amira = new Employee { Name = "Amira Yilmaz" };
        office.Add(amira);
        await office.SaveChangesAsync(Stop);
        person = amira.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_shows_a_fragment_is_sent_it_when_another_has_asked()
    {
        using var bea = await app.SignInAsync();
        using var tom = await app.SignInAsync();
        await using var watcher = await WatchAsync(bea, await PassAsync(bea));

        await RenameAsync("Amira Keller");
        var told = await watcher.HearsAsync($"person:{person}");
        var answer = await AskAsync(tom);

        var pushed = await watcher.NextFragmentAsync();
        Assert.Equal(await answer.Content.ReadAsStringAsync(Stop), pushed.Html);
        Assert.Equal(answer.Headers.GetValues("HX-PTag").Single(), pushed.Tag);
        Assert.True(pushed.State >= told.State);
        Assert.InRange(told.At ?? 0, 1, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task A_page_carries_the_pass_of_all_it_shows()
    {
        using var bea = await app.SignInAsync();
        var page = await bea.GetPageAsync($"/team/{person}");
        var pass = page.QuerySelector("meta[name=fragments]")!.GetAttribute("content")!;
        await using var watcher = await WatchAsync(bea, pass);

        await RenameAsync("Amira Keller");
        await watcher.HearsAsync($"person:{person}");
        await AskAsync(bea);

        Assert.Contains(
            "Amira Keller",
            (await watcher.NextFragmentAsync()).Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_pass_of_somebody_else_in_the_same_role_is_refused()
    {
        using var bea = await app.SignInAsync(UserRole.Manager);
        using var sam = await AnotherManagerAsync();
        await using var own = await WatchAsync(bea, await PassAsync(bea));
        await using var stolen = await WatchAsync(sam, await PassAsync(bea));

        await RenameAsync("Amira Keller");
        await own.HearsAsync($"person:{person}");
        await stolen.HearsAsync($"person:{person}");
        await AskAsync(bea);
        await own.NextFragmentAsync();
        await stolen.PingAsync();

        Assert.Equal(0, stolen.FragmentsHeard);
    }

    [Fact]
    public async Task Another_audience_is_sent_its_own()
    {
        using var bea = await app.SignInAsync(UserRole.Manager);
        using var sam = await app.SignInAsync();
        await using var manager = await WatchAsync(bea, await PassAsync(bea, "work"));
        await using var staff = await WatchAsync(sam, await PassAsync(sam, "work"));

        await RenameAsync("Amira Keller");
        await manager.HearsAsync($"person:{person}");
        await AskAsync(bea, "work");
        await manager.NextFragmentAsync();
        await staff.PingAsync();

        Assert.Equal(0, staff.FragmentsHeard);
    }

    [Theory]
    [InlineData("")]
    [InlineData("made up")]
    [InlineData("CfDJ8AAAA")]
    public async Task A_pass_that_was_made_up_is_worth_nothing(string pass)
    {
        var pushed = app.Services.GetRequiredService<PushedFragments>();
        using var bea = await app.SignInAsync();
        await using var client = await WatchAsync(bea, pass);

        Assert.Empty(pushed.GroupsOf(pass, new(Guid.Empty, "", UserRole.Admin, null)));
        await client.PingAsync();
    }

    [Fact]
    public async Task A_pass_of_an_earlier_role_is_worth_nothing()
    {
        var pushed = app.Services.GetRequiredService<PushedFragments>();
        using var bea = await app.SignInAsync(UserRole.Manager);
        var pass = await PassAsync(bea);
        var id = await database.AskAsync<Guid>(
            $"select id from users where email = '{TestUsers.EmailOf(UserRole.Manager)}'"
        );

        Assert.NotEmpty(pushed.GroupsOf(pass, new(id, "", UserRole.Manager, null)));
        Assert.Empty(pushed.GroupsOf(pass, new(id, "", UserRole.Staff, null)));
        Assert.Empty(pushed.GroupsOf(pass, new(Guid.CreateVersion7(), "", UserRole.Manager, null)));
    }

    [Fact]
    public async Task A_pass_expires_after_twelve_hours()
    {
        var pushed = app.Services.GetRequiredService<PushedFragments>();
        using var bea = await app.SignInAsync();
        var pass = await PassAsync(bea);
        var id = await database.AskAsync<Guid>(
            $"select id from users where email = '{TestUsers.EmailOf(UserRole.Staff)}'"
        );
        var viewer = new Viewer(id, "", UserRole.Staff, null);

        app.Clock.Advance(TimeSpan.FromHours(11.9));
        Assert.NotEmpty(pushed.GroupsOf(pass, viewer));
        app.Clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Empty(pushed.GroupsOf(pass, viewer));
    }

    [Fact]
    public async Task A_name_does_not_evict_a_list_that_pages_share()
    {
        const string name = "x data-live=y";
        await database.RunAsync(
            $"""
            update users set name = '{name}' where role = 'Staff';
            insert into nodes (id, host, version, started_at, heartbeat_at)
              values ('other', 'h', '1', now(), now() + interval '1 hour');
            insert into presence (node, user_id, place) select 'other', id, '/team' from users;
            update employees set skills = array['{name}'];
            """
        );
        var cache = app.Services.GetRequiredService<FragmentCache>();
        var given = new ConcurrentQueue<(string Key, Fragment Fragment)>();
        cache.Given += (key, fragment) => given.Enqueue((key.Key, fragment));
        using var bea = await app.SignInAsync(UserRole.Manager);

        var page = await bea.GetPageAsync("/team");

        Assert.Contains(name, page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var key in (string[])["presence", "team-skills"])
        {
            var kept = given.First(each => each.Key == key).Fragment;
            Assert.Contains(" data-live=", kept.Html, StringComparison.Ordinal);
            Assert.False(kept.IsLive);
        }
        Assert.All(
            given.Where(each => each.Fragment.IsLive),
            each => Assert.Matches("^\\s*(<[^>]*>\\s*)?<[^>]* data-live=\"", each.Fragment.Html)
        );
    }

    [Fact]
    public async Task Fifty_who_ask_at_once_cost_one_render()
    {
        var renders = 0;
        var cache = app.Services.GetRequiredService<FragmentCache>();
        var own = cache.Rendered;
        using var bea = await app.SignInAsync();
        await PassAsync(bea);
        await using var watcher = await WatchAsync(bea, "");
        await RenameAsync("Amira Keller");
        await watcher.HearsAsync($"person:{person}");
        cache.Rendered = (name, fragment, state) =>
        {
            Interlocked.Increment(ref renders);
            own?.Invoke(name, fragment, state);
        };

        await RenameAsync("Amira Yilmaz");
        await watcher.HearsAsync($"person:{person}");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(bea)));

        Assert.Equal(1, renders);
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task<Visitor> AnotherManagerAsync()
    {
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        office.Add(TestUsers.Make("Nia Manager", "nia@example.test", UserRole.Manager));
        await office.SaveChangesAsync(Stop);
        var nia = app.Stranger();
        await nia.SignInAsync("nia@example.test", TestUsers.Password);
        return nia;
    }

    async Task<LiveClient> WatchAsync(Visitor visitor, string pass)
    {
        var client = await LiveClient.ConnectAsync(app.Address, visitor.CookieHeader);
        await client.WatchAsync([$"person:{person}"]);
        await client.ShowAsync(pass);
        return client;
    }

    async Task<string> PassAsync(Visitor visitor, string part = "contact")
    {
        using var answer = await AskAsync(visitor, part);
        return answer.Headers.GetValues(PushedFragments.Header).Single();
    }

    async Task<HttpResponseMessage> AskAsync(Visitor visitor, string part = "contact")
    {
        var answer = await visitor.GetAsync($"/team/{person}?part={part}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    Task RenameAsync(string name) =>
        database.RunAsync(
            $"update employees set name = '{name}', phone = '{(name.Length % 2 == 0 ? "+491511234567" : "+491511234568")}' where id = '{person}'"
        );
}
