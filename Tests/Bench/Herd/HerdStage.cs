using StaffDashboard.Bench.Live;
using StaffDashboard.Bench.Pages;
using StaffDashboard.Bench.Support;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Bench.Herd;

/// <summary>The program on one node or several, an admin who changes one person, and some people who have that person open.</summary>
sealed class HerdStage : IAsyncDisposable
{
    const int WarmUp = 3;
    const int Counted = 3;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    readonly Ground ground;
    readonly TestDatabase database;
    readonly Guid person;
    readonly List<Child> nodes = [];
    readonly List<SignedIn> people = [];
    SignedIn admin = null!;

    HerdStage(Ground ground, TestDatabase database, Guid person) =>
        (this.ground, this.database, this.person) = (ground, database, person);

    internal static async Task<HerdStage> OpenAsync(
        Ground ground,
        TestDatabase database,
        int people,
        int nodes
    )
    {
        var whom = await database.AskAsync<Guid>(
            "select id from employees where archived_at is null order by id limit 1"
        );
        var stage = new HerdStage(ground, database, whom);
        for (var i = 0; i < nodes; i++)
            stage.nodes.Add(
                await ground.StartProductAsync(null, database.Name, ("StaffDashboard__Jobs", "off"))
            );
        // After the program has started: the first admin is made where nobody is yet.
        if (await database.AskAsync<long>("select count(*) from users") < people)
            await MeasuredOffice.HireAsync(database, people);
        var first = stage.nodes[0].Address;
        stage.admin = await SignedIn.AsAdminAsync(first);
        for (var i = 1; i <= people; i++)
            stage.people.Add(
                await SignedIn.AsAsync(first, $"person{i}@example.test", $"10.2.0.{i}")
            );
        return stage;
    }

    internal Task<string> HtmlAsync(string part) =>
        people[0].Http.GetStringAsync(new Uri($"/team/{person}?part={part}", UriKind.Relative));

    internal async Task<string[]> MeasureAsync(
        string title,
        string[] parts,
        int size,
        bool isPushed,
        int changes
    )
    {
        var form = await ContactForm.OpenAsync(admin, person);
        await using var crowd = await Crowd.GatherAsync(
            [.. nodes.Select(node => node.Address)],
            people,
            person,
            parts,
            size,
            isPushed
        );
        var outcome = new HerdOutcome();
        for (var i = -WarmUp; i < changes; i++)
        {
            await Task.Delay(Pause);
            var before = Spent();
            var change = await crowd.SeeAsync(
                parts.Length,
                name => form.SaveAsync(name, Guid.CreateVersion7().ToString())
            );
            // What is still going on when the last has seen it belongs to it.
            await Task.Delay(Pause);
            if (i >= 0)
                outcome.Add(change, Spent() - before);
        }
        var (reads, all) = await CountAsync(crowd, parts.Length);
        return [title, Report.Whole(size), .. outcome.Cells, reads, all];
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        people.ForEach(one => one.Dispose());
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    TimeSpan Spent() => nodes.Aggregate(TimeSpan.Zero, (sum, node) => sum + node.ProcessorTime);

    /// <summary>
    /// Other changes than those that were timed, for writing the log takes time. By SQL: no form is answered, and
    /// whoever reads the person does it for the herd.
    /// </summary>
    async Task<(string Reads, string All)> CountAsync(Crowd crowd, int pieces)
    {
        var log = new StatementLog(ground);
        await log.BeginNowAsync();
        var statements = await log.OfAsync(async () =>
        {
            for (var i = 0; i < Counted; i++)
            {
                await crowd.SeeAsync(
                    pieces,
                    name =>
                        database.RunAsync(
                            $"update employees set name = '{name}' where id = '{person}'"
                        )
                );
                await Task.Delay(Pause);
            }
        });
        await log.EndNowAsync();
        return (
            PerChange(
                statements.Count(one =>
                    one.Sql.Contains("from employees", StringComparison.OrdinalIgnoreCase)
                )
            ),
            PerChange(statements.Length)
        );
    }

    static string PerChange(int count) => Samples.Words((double)count / Counted);
}
