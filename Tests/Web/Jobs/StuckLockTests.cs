using Hangfire.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs;

/// <summary>A server was killed while it held the lock under which all recurring jobs are started.</summary>
public sealed class StuckLockTests(TestPostgres postgres)
{
    [Fact]
    public async Task The_others_take_the_lock_over()
    {
        await using var database = await postgres.CloneAsync();
        await using var app = await OfficeApp.StartAsync(
            database,
            adapt: services => Options(services).DistributedLockTimeout = TimeSpan.FromSeconds(2),
            settings: ("StaffDashboard:Jobs", "on")
        );
        await Eventually.EqualAsync(1L, () => database.DoneAsync("sessions"));

        // The program holds it, too, for moments.
        await Eventually.GetAsync(
            () => database.AskAsync<object>(TakenByADeadServer + DueJobs.Missed("letters")),
            refused => refused is PostgresException
        );

        await Eventually.EqualAsync(1L, () => database.DoneAsync("letters"));
    }

    [Fact]
    public async Task A_killed_server_is_missed_for_seconds_only()
    {
        await using var database = await postgres.OfficeAsync();
        await using var app = await OfficeApp.StartAsync(database);

        var storage = app.Services.GetRequiredService<PostgreSqlStorageOptions>();

        Assert.InRange(storage.DistributedLockTimeout.TotalSeconds, 20, 30);
        Assert.True(storage.UseSlidingInvisibilityTimeout);
        Assert.InRange(
            (storage.InvisibilityTimeout + storage.QueuePollInterval).TotalSeconds,
            10,
            20
        );
    }

    const string TakenByADeadServer =
        "insert into hangfire.lock (resource, acquired) values ('hangfire:recurring-jobs:lock', now());";

    static PostgreSqlStorageOptions Options(IServiceCollection services) =>
        (PostgreSqlStorageOptions)
            services
                .Single(one => one.ServiceType == typeof(PostgreSqlStorageOptions))
                .ImplementationInstance!;
}
