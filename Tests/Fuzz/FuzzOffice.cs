using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>An office in which there is something of everything, and a program in it that remembers its last fault.</summary>
sealed class FuzzOffice(TestDatabase database, OfficeApp app, FaultLog faults) : IAsyncDisposable
{
    internal OfficeApp App => app;
    internal TestDatabase Database => database;
    internal string LastFault => faults.Last;

    internal static async Task<FuzzOffice> StartAsync(
        TestPostgres postgres,
        Action<IServiceCollection>? adapt = null
    )
    {
        var database = await postgres.OfficeAsync();
        var faults = new FaultLog();
        var app = await OfficeApp.StartAsync(
            database,
            adapt: services =>
            {
                services.AddSingleton<ILoggerProvider>(faults);
                adapt?.Invoke(services);
            },
            // East of Greenwich, where the first day there is begins before all time.
            settings:
            [
                ("StaffDashboard:TimeZone", "Europe/Berlin"),
                // Whoever is asked to wait is not heard.
                ("StaffDashboard:RateLimits:User", "off"),
                ("StaffDashboard:RateLimits:Stranger", "off"),
                ("StaffDashboard:RateLimits:Address", "off"),
            ]
        );
        await database.RunAsync("create table kept_users as table users");
        return new(database, app, faults);
    }

    internal async Task<FuzzMaterial> GatherAsync()
    {
        var people = await AddPeopleAsync();
        var pages = await EventfulDay.AddAsync(database);
        using var admin = await app.SignInAsync(UserRole.Admin);
        return await FuzzMaterial.GatherAsync(
            app.Services,
            admin,
            [.. people.Take(2).SelectMany(AllPages.Of).Distinct(), .. pages]
        );
    }

    /// <summary>The accounts as they were, past every lock: whoever was disabled, demoted or given another password.</summary>
    internal Task RestoreAsync() =>
        database.RunAsync(
            """
            set session_replication_role = replica;
            insert into users select * from kept_users on conflict do nothing;
            update users u set role = k.role, disabled_at = null, password_hash = k.password_hash,
              email_confirmed = true, security_stamp = k.security_stamp
            from kept_users k where k.id = u.id;
            update sign_in_throttles set failures = 0, last_failure_at = last_failure_at - interval '1 day';
            reset session_replication_role
            """
        );

    async Task<Employee[]> AddPeopleAsync()
    {
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        Employee[] people =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(number => new Employee
                {
                    Name = $"Person {number}",
                    Phone = $"+4915123456{number:D3}",
                    Email = $"person{number}@example.test",
                    HourlyRate = 10 + number,
                }),
        ];
        foreach (var person in people)
            person.HaveSkills(["bar", "English"]);
        office.AddRange(people);
        office.Add(new WorkRole { Name = "Bar", Hue = 1 });
        await office.SaveChangesAsync();
        return people;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
