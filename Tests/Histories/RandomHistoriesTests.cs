using System.Globalization;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Histories;

/// <summary>
/// Five people at five browsers change the same three people over lines that come and go. SEEDS=200 tries two hundred
/// histories, FROM=17 begins at another; a history that fails prints its seed.
/// </summary>
public sealed class RandomHistoriesTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const int Steps = 10;
    readonly List<Desk> desks = [];
    int numbers;

    static int Seeds => Setting("SEEDS", 20);
    static int From => Setting("FROM", 1);

    [Fact]
    public async Task Whatever_happens_to_the_lines_all_is_done_once_and_nothing_is_overwritten_unseen()
    {
        foreach (var name in (string[])["Anna", "Ben", "Cem", "Dora", "Emil"])
            desks.Add(await SeatAsync(name));

        for (var seed = From; seed < From + Seeds; seed++)
            await HistoryAsync(seed);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var desk in desks)
            await desk.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    async Task HistoryAsync(int seed)
    {
        var people = await HireAsync(seed);
        var busy = new TaskCompletionSource();
        var weather = desks.Select(
            (desk, i) =>
                Weather.BlowAsync(desk.Line, new(seed * 100 + i), desk.OnlineAsync, busy.Task)
        );
        var winds = Task.WhenAll(weather);
        var colleagues = desks
            .Select((desk, i) => new Colleagues(desk, people, new(seed * 10 + i), Next, $"s{seed}"))
            .ToList();
        try
        {
            await Task.WhenAll(colleagues.Select(colleague => colleague.WorkAsync(Steps)));
        }
        finally
        {
            busy.SetResult();
            await winds;
        }
        foreach (var desk in desks)
            await EmptiedAsync(desk, seed);

        var truth = new Truth(Database, [.. colleagues.SelectMany(c => c.Saved)]);
        foreach (var person in people)
            await truth.HoldsAsync(person, $"Seed {seed}");
        foreach (var desk in desks)
            await new Sight(desk, Database).HoldsAsync(people, $"Seed {seed}");
    }

    // What was refused is parked, and holds up what came after it: each is looked at, and given up.
    static async Task EmptiedAsync(Desk desk, int seed)
    {
        try
        {
            await Eventually.TrueAsync(async () =>
            {
                await desk.OnlineAsync();
                var items = await desk.ItemsAsync();
                foreach (var item in items.Where(item => item.State == "parked"))
                {
                    Assert.True(
                        item.Cause == "conflict",
                        $"Seed {seed}: {desk.Name} parked {item}"
                    );
                    await desk.DiscardAsync(item.Id);
                }
                return items.Length == 0;
            });
        }
        catch (TimeoutException)
        {
            var left = await desk.ItemsAsync();
            Assert.Fail(
                $"Seed {seed}: {desk.Name} still waits with {string.Join<object>(", ", left)}"
            );
        }
    }

    async Task<Desk> SeatAsync(string name)
    {
        var email = $"{name}@example.test";
        await using var office = Office();
        office.Users.Add(TestUsers.Make(name, email, UserRole.Manager));
        await office.SaveChangesAsync(TestContext.Current.CancellationToken);
        return await Desk.OpenAsync(name, email, App.Address);
    }

    async Task<Guid[]> HireAsync(int seed)
    {
        Employee[] people =
        [
            .. Enumerable.Range(1, 3).Select(i => new Employee { Name = $"Person {i} of {seed}" }),
        ];
        await using var office = Office();
        office.AddRange(people);
        await office.SaveChangesAsync(TestContext.Current.CancellationToken);
        return [.. people.Select(person => person.Id)];
    }

    int Next() => Interlocked.Increment(ref numbers);

    static int Setting(string name, int otherwise) =>
        int.Parse(
            Environment.GetEnvironmentVariable(name) ?? $"{otherwise}",
            CultureInfo.InvariantCulture
        );
}
