using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Records;

public sealed class PutBackTests(TestPostgres postgres) : IAsyncLifetime
{
    static readonly Guid Mia = Guid.CreateVersion7();
    TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.CloneAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_request_is_undone_as_a_whole_and_twice_is_once()
    {
        var ids = await AddAsync("Amira", "Ben");
        await using (var office = Open("r1"))
        {
            foreach (var person in await office.Employees.ToListAsync())
                (person.Notes, person.Employment) = ("Changed", Employment.Student);
            await office.SaveChangesAsync();
        }

        var first = await UndoAsync("r1");
        var second = await UndoAsync("r1");

        Assert.Equal((2, 0), (first.Done.Count, first.Kept.Count));
        Assert.Equal((0, 2), (second.Done.Count, second.Kept.Count));
        Assert.All(
            await PeopleAsync(),
            p => Assert.Equal(("", Employment.FullTime), (p.Notes, p.Employment))
        );
        Assert.Equal(ids.Length, (await PeopleAsync()).Count);
    }

    [Fact]
    public async Task What_somebody_did_since_stays()
    {
        await AddAsync("Amira", "Ben");
        await ChangeAsync("r1", _ => true, p => p.Notes = "Changed");
        await ChangeAsync("r2", p => p.Name == "Ben", p => p.Notes = "Since");

        var result = await UndoAsync("r1");

        Assert.Equal("Amira", Assert.Single(result.Done).Name);
        Assert.Equal("Ben", Assert.Single(result.Kept).Name);
        Assert.Equal(["", "Since"], (await PeopleAsync()).Select(p => p.Notes));
    }

    [Fact]
    public async Task Archiving_is_undone_but_not_a_later_archiving()
    {
        await AddAsync("Amira", "Ben");
        await ChangeAsync("r1", _ => true, p => p.Archive(TimeProvider.System));
        await ChangeAsync("r2", p => p.Name == "Ben", p => p.Restore());
        await ChangeAsync("r3", p => p.Name == "Ben", p => p.Archive(TimeProvider.System));

        await UndoAsync("r1");

        Assert.Equal([false, true], (await PeopleAsync()).Select(p => p.IsArchived));
    }

    [Fact]
    public async Task Nobody_undoes_a_request_of_somebody_else()
    {
        await AddAsync("Amira");
        await ChangeAsync("r1", _ => true, p => p.Notes = "Changed");
        await using var office = Open("r2", Guid.CreateVersion7());

        var result = await Employee.Type.UndoAsync(
            office,
            "r1",
            TimeProvider.System,
            CancellationToken.None
        );

        Assert.Empty(result.Done);
    }

    [Fact]
    public async Task That_somebody_was_added_is_not_put_back_to_nothing()
    {
        await AddAsync("Amira");
        await using var office = Open("r1");
        var person = await office.Employees.SingleAsync();
        var entry = await office.AuditLog.SingleAsync(e => e.Action == "insert");

        Assert.False(Employee.Type.PutBackColumn(person, entry, "name", TimeProvider.System));
        Assert.False(
            Employee.Type.PutBackColumn(person, entry, "no such column", TimeProvider.System)
        );
        Assert.Equal("Amira", person.Name);
    }

    Office Open(string requestId, Guid? who = null) =>
        new(
            new DbContextOptionsBuilder<Office>(Schema.Options(database.AppConnectionString))
                .AddInterceptors(new ViewerOnConnection())
                .Options
        )
        {
            Viewer = new Viewer(who ?? Mia, "Mia", UserRole.Manager, requestId),
        };

    async Task<Guid[]> AddAsync(params string[] names)
    {
        await using var office = Open("added");
        var people = names.Select(name => new Employee { Name = name }).ToList();
        office.AddRange(people);
        await office.SaveChangesAsync();
        return [.. people.Select(p => p.Id)];
    }

    async Task ChangeAsync(string requestId, Func<Employee, bool> whom, Action<Employee> change)
    {
        await using var office = Open(requestId);
        foreach (var person in (await office.Employees.ToListAsync()).Where(whom))
            change(person);
        await office.SaveChangesAsync();
    }

    async Task<PutBackResult> UndoAsync(string requestId)
    {
        await using var office = Open("undo");
        var result = await Employee.Type.UndoAsync(
            office,
            requestId,
            TimeProvider.System,
            CancellationToken.None
        );
        await office.SaveChangesAsync();
        return result;
    }

    async Task<List<Employee>> PeopleAsync()
    {
        await using var office = Open("read");
        return await office.Employees.AsNoTracking().OrderBy(p => p.Name).ToListAsync();
    }
}
