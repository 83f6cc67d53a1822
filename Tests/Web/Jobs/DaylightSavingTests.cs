using System.Globalization;
using Hangfire;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Server;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

/// <summary>Hangfire's scheduler with our schedules and a clock of the test's, over the nights in which the clocks change.</summary>
public sealed class DaylightSavingTests(TestPostgres postgres) : IAsyncLifetime
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    TestDatabase database = null!;
    OfficeApp app = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.OfficeAsync();
        app = await OfficeApp.StartAsync(
            database,
            settings: ("StaffDashboard:TimeZone", Berlin.Id)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("2026-03-28", 0)]
    [InlineData("2026-03-28", 30)]
    [InlineData("2026-10-24", 0)]
    [InlineData("2026-10-24", 30)]
    public async Task What_comes_once_a_day_comes_once_on_each_day(string evening, int minute)
    {
        var days = (await TimesAsync(JobSchedule.Daily(2, minute), evening, hours: 48)).ConvertAll(
            Day
        );

        Assert.Equal(2, days.Count);
        Assert.Equal(days.Distinct(), days);
    }

    // A time that the clocks skip is made up for when they have; the next one comes as always.
    [Theory]
    [InlineData("2026-03-28", 23, 24)]
    [InlineData("2026-10-24", 25, 25)]
    public async Task What_comes_every_hour_leaves_no_hour_out(string evening, int hours, int runs)
    {
        var night = DateOnly.Parse(evening, CultureInfo.InvariantCulture).AddDays(1);

        var times = await TimesAsync(JobSchedule.Hourly(30), evening, hours: 30);

        var ofThatDay = times.FindAll(time => Day(time) == night);
        Assert.Equal(
            hours,
            ofThatDay.DistinctBy(time => (time.UtcDateTime.Date, time.UtcDateTime.Hour)).Count()
        );
        Assert.Equal(runs, ofThatDay.Count);
    }

    // When it was started, in the office, looked at every half hour from that evening on.
    async Task<List<DateTimeOffset>> TimesAsync(JobSchedule schedule, string evening, int hours)
    {
        var began = DateTime.Parse($"{evening}T22:00", CultureInfo.InvariantCulture);
        var now = new DateTimeOffset(began, Berlin.GetUtcOffset(began)).UtcDateTime;
        await RegisterAsync(schedule, now);
        var scheduler = new RecurringJobScheduler(
            new BackgroundJobFactory(app.Services.GetRequiredService<IJobFilterProvider>()),
            TimeSpan.FromMilliseconds(1),
            app.Services.GetRequiredService<ITimeZoneResolver>(),
            () => now
        );
        for (var half = 0; half < hours * 2; half++, now = now.AddMinutes(30))
            scheduler.Execute(Context());
        var times = await database.AskAsync<long[]>(
            "select array_agg(value::bigint order by jobid) from hangfire.jobparameter where name = 'Time'"
        );
        return
        [
            .. times!.Select(time =>
                TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(time), Berlin)
            ),
        ];
    }

    static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.DateTime);

    async Task RegisterAsync(JobSchedule schedule, DateTime now)
    {
        app.Services.GetRequiredService<IRecurringJobManager>()
            .AddOrUpdate<JobRunner>(
                "letters",
                "letters",
                runner => runner.RunAsync("letters", CancellationToken.None),
                schedule.Cron
            );
        await database.RunAsync(
            $"update hangfire.hash set value = '{now:O}' where field = 'CreatedAt'; update hangfire.set set score = 0"
        );
    }

    BackgroundProcessContext Context() =>
        new(
            "test",
            app.Services.GetRequiredService<JobStorage>(),
            new Dictionary<string, object>(),
            Guid.CreateVersion7(),
            TestContext.Current.CancellationToken,
            TestContext.Current.CancellationToken,
            TestContext.Current.CancellationToken
        );
}
