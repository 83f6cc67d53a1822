using System.Globalization;
using System.Text.Json;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

/// <summary>
/// Four people press the same switch, each on a page that may be old by then. PRESSES=500 presses more, SEED=17 begins
/// at another; a history that fails prints its seed.
/// </summary>
public sealed class SwitchPressesTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const int Browsers = 4;
    readonly List<Visitor> visitors = [];
    Guid amira;
    long clock;

    static int Seed => Setting("SEED", 29);
    static int Presses => Setting("PRESSES", 15);

    [Fact]
    public async Task A_press_is_recorded_or_says_that_nothing_was_changed()
    {
        amira = await HireAsync();
        for (var browser = 0; browser < Browsers; browser++)
            visitors.Add(await App.SignInAsync(UserRole.Manager));

        var pressed = await Task.WhenAll(
            visitors.Select((visitor, at) => PressAsync(visitor, new Random(Seed * 10 + at)))
        );

        var presses = pressed.SelectMany(each => each).OrderBy(p => p.Began).ToList();
        var story = $"SEED={Seed}\n{string.Join('\n', presses)}";
        var effects = await EffectsAsync();
        Assert.True(
            presses
                .Where(p => p.IsDone)
                .Select(p => p.Request)
                .ToHashSet()
                .SetEquals(effects.Select(e => e.Request)),
            $"what was answered as done and what is recorded differ\n{story}"
        );
        Assert.Equal(presses.Count(p => p.IsDone), effects.Count);
        for (var at = 0; at < effects.Count; at++)
            Assert.True(
                effects[at].Value == (at % 2 == 0),
                $"entry {at} repeats the one before\n{story}"
            );
        var stored = await StoredAsync();
        var last = presses.Where(p => !presses.Exists(other => p.Ended < other.Began)).ToList();
        Assert.True(last.Exists(p => p.Value == stored), $"at the end it is {stored}\n{story}");
        Assert.All(presses, p => Assert.True(p.IsDone || p.Says(p.Value), story));
        Assert.Contains(presses, p => !p.IsDone);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
            visitor.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    async Task<List<Press>> PressAsync(Visitor visitor, Random chance)
    {
        var token = await visitor.TokenAsync();
        var presses = new List<Press>();
        // What this page shows. It hears of the others only now and then.
        var shown = false;
        while (presses.Count < Presses)
        {
            if (chance.Next(3) == 0)
                shown = await ShownAsync(visitor);
            var press = await SendAsync(visitor, token, !shown);
            presses.Add(press);
            shown = press.Shown;
        }
        return presses;
    }

    async Task<bool> ShownAsync(Visitor visitor)
    {
        var page = await visitor.GetPageAsync($"/team/{amira}");
        return page.QuerySelector("input[form=always-needed][name^=Was]")!.GetAttribute("value")
            == "true";
    }

    // As optimistic.js sends it.
    async Task<Press> SendAsync(Visitor visitor, string token, bool value)
    {
        var request = Guid.CreateVersion7().ToString();
        using var form = new FormUrlEncodedContent([
            new("AlwaysNeeded", Word(value)),
            new("Was[AlwaysNeeded]", Word(!value)),
        ]);
        using var post = new HttpRequestMessage(HttpMethod.Post, $"/team/{amira}/work")
        {
            Content = form,
        };
        post.Headers.Add("HX-Request", "true");
        post.Headers.Add("X-Request-Id", request);
        post.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        post.Headers.Add("RequestVerificationToken", token);
        var began = Interlocked.Increment(ref clock);
        using var answer = await visitor.Http.SendAsync(
            post,
            TestContext.Current.CancellationToken
        );
        var ended = Interlocked.Increment(ref clock);
        Assert.Equal(200, (int)answer.StatusCode);
        var section = await Visitor.ParseAsync(answer);
        using var said = JsonDocument.Parse(answer.Headers.GetValues("HX-Trigger").Single());
        return new(
            request,
            value,
            said.RootElement.GetProperty("toast").GetProperty("text").GetString()!,
            section.QuerySelector("input[form=always-needed][name^=Was]")!.GetAttribute("value")
                == "true",
            began,
            ended
        );
    }

    async Task<List<(string Request, bool Value)>> EffectsAsync()
    {
        var rows = await Database.AskAsync<string>(
            $"select coalesce(string_agg(request_id || ' ' || (diff->'always_needed'->>1), ',' order by id), '') from audit_log where person_id = '{amira}' and action = 'update'"
        );
        return
        [
            .. rows!
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(row => row.Split(' '))
                .Select(row => (row[0], row[1] == "true")),
        ];
    }

    Task<bool> StoredAsync() =>
        Database.AskAsync<bool>($"select always_needed from employees where id = '{amira}'");

    async Task<Guid> HireAsync()
    {
        await using var office = Office();
        var person = new Employee { Name = "Amira Yilmaz" };
        office.Add(person);
        await office.SaveChangesAsync(TestContext.Current.CancellationToken);
        return person.Id;
    }

    static string Word(bool value) => value ? "true" : "false";

    static int Setting(string name, int otherwise) =>
        int.Parse(
            Environment.GetEnvironmentVariable(name) ?? $"{otherwise}",
            CultureInfo.InvariantCulture
        );

    sealed record Press(string Request, bool Value, string Said, bool Shown, long Began, long Ended)
    {
        public bool IsDone => !Said.StartsWith("Nothing to save", StringComparison.Ordinal);

        public bool Says(bool value) =>
            Said.EndsWith(value ? "is already Yes." : "is already No.", StringComparison.Ordinal);
    }
}
