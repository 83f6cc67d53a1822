using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Data.Demo;

/// <summary>Fills an empty database with an office to look at: the same one every time.</summary>
public static class DemoOffice
{
    const int Seed = 20_26;
    const int Archived = 5;

    /// <summary>Throws InvalidOperationException, in words for whoever started it, when anybody is there already.</summary>
    public static async Task FillAsync(Office office, TimeProvider clock, CancellationToken stop)
    {
        if (
            await office.Employees.IgnoreQueryFilters().AnyAsync(stop)
            || await office.WorkRoles.AnyAsync(stop)
        )
            throw new InvalidOperationException(
                "This database is not empty: the demo is only for a new one. Nothing was changed."
            );
        var now = clock.GetUtcNow();
        var roles = DemoPeople
            .Roles.Select(role => new WorkRole { Name = role.Name, Hue = role.Hue })
            .ToArray();
        office.AddRange(roles);
        office.AddRange(People(office, roles, now, clock));
        office.AddRange(DemoClients.All(clock));
        await office.SaveChangesAsync(stop);
    }

    static List<Employee> People(
        Office office,
        WorkRole[] roles,
        DateTimeOffset now,
        TimeProvider clock
    )
    {
        // Not for secrets: the same seed makes the same office.
        var dice = new Random(Seed);
        var people = DemoPeople
            .Names.Select((name, place) => Person(office, roles, name, place, now, dice))
            .ToList();
        foreach (var person in people.Where((_, place) => place % (people.Count / Archived) == 7))
            person.Archive(clock);
        return people;
    }

    static Employee Person(
        Office office,
        WorkRole[] roles,
        string name,
        int place,
        DateTimeOffset now,
        Random dice
    )
    {
        var role = Weighted(dice, roles.Length);
        var isNew = place % 15 == 5;
        var person = new Employee
        {
            Name = name,
            Phone = $"+4915123456{700 + place}",
            Email = place % 6 == 3 ? null : $"person{place + 1}@example.org",
            WorkRoleId = roles[role].Id,
            Employment = Kind(dice),
            AlwaysNeeded = !isNew && dice.Next(8) == 0,
            HourlyRate = 13m + dice.Next(0, 30) * 0.5m,
            Notes = dice.Next(4) == 0 ? DemoPeople.Notes[dice.Next(DemoPeople.Notes.Length)] : "",
            OpeningHours = isNew ? 0 : dice.Next(8, 1600) / 2m,
            LastWorkedOn = isNew
                ? null
                : DateOnly.FromDateTime(now.UtcDateTime).AddDays(-LastWorked(dice)),
        };
        person.HaveSkills(Skills(DemoPeople.Roles[role].Skills, dice));
        var age =
            TimeSpan.FromDays(isNew ? dice.Next(1, 10) : dice.Next(60, 1500))
            + TimeSpan.FromMinutes(dice.Next(600));
        office.Entry(person).Property(p => p.CreatedAt).CurrentValue = now - age;
        return person;
    }

    // Bar and service are what such an office lives by.
    static int Weighted(Random dice, int count) => Math.Min(dice.Next(count), dice.Next(count));

    static int LastWorked(Random dice) => dice.Next(5) == 0 ? dice.Next(31, 200) : dice.Next(0, 30);

    static Employment Kind(Random dice) =>
        dice.Next(10) switch
        {
            < 2 => Employment.FullTime,
            < 5 => Employment.PartTime,
            < 7 => Employment.Freelance,
            < 9 => Employment.Student,
            _ => Employment.Temporary,
        };

    static IEnumerable<string> Skills(string[] ofRole, Random dice)
    {
        var trade = ofRole.OrderBy(_ => dice.Next()).Take(dice.Next(1, 3)).ToArray();
        return dice.Next(3) == 0
            ? trade
            : trade.Append(DemoPeople.Languages[dice.Next(DemoPeople.Languages.Length)]);
    }
}
