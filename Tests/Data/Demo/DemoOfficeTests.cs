using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Demo;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Demo;

public class DemoOfficeTests(TestPostgres postgres)
{
    [Fact]
    public async Task The_demo_is_the_same_every_time_and_refuses_an_office_with_people()
    {
        await using var one = await postgres.CloneAsync();
        await using var two = await postgres.CloneAsync();
        var clock = new SettableClock();
        clock.Set(new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero));

        Assert.Equal(await FillAsync(one, clock), await FillAsync(two, clock));

        await using var office = Open(one);
        Assert.Equal(60, await office.Employees.CountAsync());
        Assert.InRange(await office.Employees.CountAsync(p => p.ArchivedAt != null), 3, 8);
        Assert.Equal(8, await office.WorkRoles.CountAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            DemoOffice.FillAsync(office, clock, CancellationToken.None)
        );
    }

    static async Task<List<string>> FillAsync(TestDatabase database, SettableClock clock)
    {
        await using var office = Open(database);
        await DemoOffice.FillAsync(office, clock, CancellationToken.None);
        return await office
            .Employees.OrderBy(p => p.NameKey)
            .Select(p => p.Name + p.Phone + p.OpeningHours + p.Employment + p.LastWorkedOn)
            .ToListAsync();
    }

    static Office Open(TestDatabase database) => new(Schema.Options(database.AppConnectionString));
}
