using System.Globalization;
using System.Net;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Histories;

/// <summary>The line between a node and its database: what is said when it breaks, and that nothing is lost or doubled.</summary>
public sealed class DatabaseLineTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;
    Line line = null!;
    OfficeApp app = null!;
    Visitor bea = null!;
    string token = "";
    Employee amira = null!;

    static int Cuts =>
        int.Parse(Environment.GetEnvironmentVariable("CUTS") ?? "20", CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        var far = new NpgsqlConnectionStringBuilder(database.AppConnectionString);
        line = new Line(new Uri($"tcp://{far.Host}:{far.Port}"));
        far.Port = line.Address.Port;
        app = await OfficeApp.StartAsync(
            database,
            settings: ("ConnectionStrings:StaffDashboard", far.ToString())
        );
        bea = await app.SignInAsync(UserRole.Manager);
        token = await bea.TokenAsync();
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        office.Add(amira = new Employee { Name = "Amira Yilmaz" });
        await office.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        line.Mend();
        bea.Dispose();
        await app.DisposeAsync();
        await line.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_save_whose_commit_was_not_answered_is_done_once_when_it_is_repeated()
    {
        var key = Guid.CreateVersion7();
        line.DropAnswersAfter("UPDATE employees", "COMMIT");
        using var lost = await NoteAsync("Only at night", "", key);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.StatusCode);
        Assert.Equal("unknown-outcome", Assert.Single(lost.Headers.GetValues("X-Trouble")));
        Assert.NotNull(lost.Headers.RetryAfter);
        var page = await Visitor.ParseAsync(lost);
        Assert.Contains(
            "may have been saved",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        await Eventually.TrueAsync(async () => await ChangesAsync() == 1);
        line.Mend();

        using var again = await NoteAsync("Only at night", "", key);

        Assert.True(again.IsSuccessStatusCode, $"{again.StatusCode}");
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("Idempotent-Replay")));
        Assert.Equal(1, await ChangesAsync());
    }

    [Fact]
    public async Task A_save_that_broke_before_its_commit_was_sent_is_said_not_to_be_saved()
    {
        line.DropAnswersAfter("UPDATE employees");

        using var lost = await NoteAsync("Only at night", "", Guid.CreateVersion7());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.StatusCode);
        Assert.Equal("database", Assert.Single(lost.Headers.GetValues("X-Trouble")));
        Assert.Contains(
            "was not saved",
            (await Visitor.ParseAsync(lost)).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        line.Mend();
        Assert.Equal(0, await ChangesAsync());
    }

    [Fact]
    public async Task A_form_that_cannot_be_settled_says_that_somebody_should_look()
    {
        var was = await PasswordAsync();
        line.DropAnswersAfter("UPDATE users");

        using var lost = await bea.PostAsync(
            "/account/password",
            ("Old", TestUsers.Password),
            ("New", "a brand new one, long enough")
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.StatusCode);
        Assert.Equal("maybe-saved", Assert.Single(lost.Headers.GetValues("X-Trouble")));
        var page = (await Visitor.ParseAsync(lost)).QuerySelector("main")!;
        Assert.Contains("Look before you press again", page.TextContent, StringComparison.Ordinal);
        // It stays until it is read.
        Assert.Null(page.QuerySelector("[data-retry]"));
        await Eventually.TrueAsync(async () => await PasswordAsync() != was);
    }

    [Fact]
    public async Task Through_random_breaks_nothing_is_lost_or_doubled()
    {
        var chance = new Random(11);
        for (var cut = 0; cut < Cuts; cut++)
        {
            var key = Guid.CreateVersion7();
            var breaking = BreakAsync(chance);
            var (was, note) = (cut == 0 ? "" : $"Note {cut - 1}", $"Note {cut}");
            await Eventually.TrueAsync(
                async () =>
                {
                    using var answer = await NoteAsync(note, was, key);
                    Assert.True(
                        answer.IsSuccessStatusCode || (int)answer.StatusCode >= 500,
                        $"Break {cut}: {answer.StatusCode}"
                    );
                    return answer.IsSuccessStatusCode;
                },
                60
            );
            await breaking;
        }
        Assert.Equal(Cuts, await ChangesAsync());
        Assert.Equal(
            $"Note {Cuts - 1}",
            await database.AskAsync<string>($"select notes from employees where id = '{amira.Id}'")
        );
    }

    [Fact]
    public async Task Pages_say_so_and_whoever_watches_is_told_afterwards_what_was_missed()
    {
        await using var live = await LiveClient.ConnectAsync(app.Address, bea.CookieHeader);
        await live.WatchAsync([$"person:{amira.Id}"]);
        line.Cut();
        using (var page = await bea.GetAsync($"/team/{amira.Id}"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            var text = (await Visitor.ParseAsync(page)).QuerySelector("main")!.TextContent;
            Assert.Contains("database", text, StringComparison.OrdinalIgnoreCase);
        }
        await database.RunAsync(
            $"update employees set name = 'Amira Meanwhile' where id = '{amira.Id}'"
        );
        line.Mend();

        await live.HearsAsync($"person:{amira.Id}");
        var after = await bea.GetPageAsync($"/team/{amira.Id}");
        Assert.Contains(
            "Amira Meanwhile",
            after.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
    }

    async Task BreakAsync(Random chance)
    {
        var (kind, early, late) = (chance.Next(3), chance.Next(25), chance.Next(30, 200));
        await MomentAsync(early);
        if (kind == 0)
            line.Cut();
        else if (kind == 1)
            line.BlackHole();
        else
            line.DropAnswers();
        await MomentAsync(late);
        line.Mend();
    }

    async Task<HttpResponseMessage> NoteAsync(string note, string was, Guid key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/team/{amira.Id}/notes");
        request.Headers.Add("Idempotency-Key", key.ToString());
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.Add("HX-Request", "true");
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Notes"] = note,
                ["Was[Notes]"] = was,
            }
        );
        return await bea.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    Task<string?> PasswordAsync() =>
        database.AskAsync<string>("select password_hash from users where role = 'Manager'");

    Task<long> ChangesAsync() =>
        database.AskAsync<long>(
            $"select count(*) from audit_log where person_id = '{amira.Id}' and action = 'update'"
        );

    // The moment is the chance itself: there is nothing to wait for.
    static Task MomentAsync(int milliseconds) =>
        Task.Delay(milliseconds, TestContext.Current.CancellationToken);
}
