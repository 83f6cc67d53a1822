using System.Globalization;
using StaffDashboard.Data.Measures;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs.Works;

/// <summary>A database out of which daily reports are made, without a program around it.</summary>
public abstract class DailyReportOffice(TestPostgres postgres) : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await postgres.CloneAsync();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected ReportDesk At(string moment)
    {
        var clock = new SettableClock();
        clock.Set(Moment(moment));
        return new(Database, clock);
    }

    protected Task MeasureAsync(
        string minute,
        string name,
        int count,
        double each,
        string label = ""
    )
    {
        var buckets = new long[Distribution.Buckets];
        buckets[Distribution.BucketOf(each)] = count;
        return Database.RunAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                insert into measure_minutes (minute, name, label, node, count, sum, max, buckets)
                values ('{minute}', '{name}', '{label}', 'one', {count}, {count
                    * each}, {each}, array[{string.Join(',', buckets)}])
                """
            )
        );
    }

    protected static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
