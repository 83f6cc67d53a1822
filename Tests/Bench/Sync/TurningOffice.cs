using StaffDashboard.Bench.Live;
using StaffDashboard.Bench.Pages;
using StaffDashboard.Bench.Support;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Bench.Sync;

/// <summary>One of several offices that take turns: some saves that somebody watches, then pages as fast as they come.</summary>
sealed class TurningOffice : IAsyncDisposable
{
    // One session of them may report once a second.
    const int Watchers = 50;
    static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(60.0 / Watchers);

    readonly TestDatabase database;
    readonly Child product;
    readonly SignedIn admin;
    readonly bool isMeasured;
    readonly ProductStage stage;
    readonly Reporter[] reporters;
    readonly string[] pages;
    Audience audience = null!;
    Round? round;
    int nextReporter;

    TurningOffice(
        TestDatabase database,
        Child product,
        SignedIn admin,
        bool isMeasured,
        ProductStage stage,
        Guid person
    )
    {
        (this.database, this.product, this.admin) = (database, product, admin);
        (this.isMeasured, this.stage) = (isMeasured, stage);
        reporters = [.. Enumerable.Range(0, Watchers).Select(_ => new Reporter(admin))];
        pages = ["/team", $"/team/{person}"];
    }

    // What recurs recurs on all three, and would hit one of them in its turn.
    internal static async Task<TurningOffice> OpenAsync(Ground ground, string name, string measured)
    {
        var copy = await ground.CopyAsync("cost_" + name);
        var person = await copy.AskAsync<Guid>(
            "select id from employees where archived_at is null order by name limit 1"
        );
        var program = await ground.StartProductAsync(
            null,
            copy.Name,
            ("StaffDashboard__Measures__Node", measured),
            ("StaffDashboard__Jobs", "off")
        );
        var who = await SignedIn.AsAdminAsync(program.Address);
        var shown = new ProductStage(
            program.Address,
            who,
            await ContactForm.OpenAsync(who, person)
        );
        var office = new TurningOffice(copy, program, who, measured == "on", shown, person);
        office.audience = await Audience.GatherAsync(
            program.Address,
            who.Cookie,
            [.. Enumerable.Repeat<string[]>(["team"], Watchers)],
            (at, when, message) => Volatile.Read(ref office.round)?.Hear(at, when, message)
        );
        return office;
    }

    internal async Task<Dictionary<string, double>> TurnAsync(int saves, TimeSpan howLong)
    {
        using var end = new CancellationTokenSource();
        var reporting = isMeasured ? ReportAsync(end.Token) : Task.CompletedTask;
        var values = new Dictionary<string, double>();
        await SaveAsync(saves, values);
        foreach (var page in pages)
            await AskAsync(page, howLong, values);
        await end.CancelAsync();
        await reporting;
        return values;
    }

    public async ValueTask DisposeAsync()
    {
        await audience.DisposeAsync();
        admin.Dispose();
        await product.DisposeAsync();
        await database.DisposeAsync();
    }

    async Task SaveAsync(int saves, Dictionary<string, double> values)
    {
        var outcome = new Outcome();
        var before = product.ProcessorTime;
        for (var save = 0; save < saves; save++)
        {
            var next = new Round(stage, Watchers, 1, outcome);
            Volatile.Write(ref round, next);
            await next.RunAsync();
            await Task.Delay(Random.Shared.Next(20, 60));
        }
        var spent = product.ProcessorTime - before;
        if (outcome.Lost > 0)
            throw new InvalidOperationException($"{outcome.Lost} watchers were not told.");
        values["save → answered, p50 ms"] = outcome.Saved.At(50);
        values["save → visible, p50 ms"] = outcome.Seen.At(50);
        values["save → visible, p95 ms"] = outcome.Seen.At(95);
        values["processor ms a save"] = spent.TotalMilliseconds / saves;
    }

    async Task AskAsync(string page, TimeSpan howLong, Dictionary<string, double> values)
    {
        var name = page == "/team" ? page : "/team/{id}";
        var before = product.ProcessorTime;
        var load = await Load.ForAsync(admin.Http, [page], howLong);
        var spent = product.ProcessorTime - before;
        values[$"{name}, p50 ms"] = load.Took.At(50);
        values[$"{name}, p95 ms"] = load.Took.At(95);
        values[$"{name}, processor ms a page"] = spent.TotalMilliseconds / load.Took.Count;
    }

    async Task ReportAsync(CancellationToken stop)
    {
        using var tick = new PeriodicTimer(BetweenReports);
        try
        {
            while (await tick.WaitForNextTickAsync(stop))
                await reporters[nextReporter++ % Watchers].SendAsync();
        }
        catch (OperationCanceledException) { }
    }
}
