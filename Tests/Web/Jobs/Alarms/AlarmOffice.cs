using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs.Alarms;

namespace StaffDashboard.Tests.Web.Jobs.Alarms;

/// <summary>An office in which a test plants trouble and lets the program look.</summary>
public abstract class AlarmOffice(TestPostgres postgres) : OfficeTest(postgres)
{
    /// <summary>A mean of three seconds.</summary>
    protected const string Slow =
        "insert into measure_minutes values ($NOW, 'sync.confirmed', '', 'n', 10, 30000, 9000)";

    protected const string Quick =
        "insert into measure_minutes values ($NOW, 'sync.confirmed', '', 'n', 10, 300, 90)";

    protected Task<string> LookAsync() => LookAsync(App);

    protected static async Task<string> LookAsync(OfficeApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var office = services.GetRequiredService<OfficeFactory>().Open(Viewer.Program);
        var work = ActivatorUtilities.CreateInstance<WatchAlarms>(
            services,
            office,
            ActivatorUtilities.CreateInstance<TellAlarm>(services, office),
            ActivatorUtilities.CreateInstance<CallWebhook>(services, office)
        );
        return await work.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>$NOW is the program's clock.</summary>
    protected Task PlantAsync(string sql) =>
        Database.RunAsync(sql.Replace("$NOW", Now(), StringComparison.Ordinal));

    protected async Task<List<Alarm>> AlarmsAsync(string rule)
    {
        await using var office = Office();
        return await office.Alarms.Where(a => a.Rule == rule).ToListAsync();
    }

    protected async Task<Alarm> OnlyAsync(string rule) => Assert.Single(await AlarmsAsync(rule));

    protected async Task<List<string>> SubjectsAsync(Alarm alarm)
    {
        await using var office = Office();
        return await office
            .Letters.Where(l => l.Key.StartsWith($"alarm:{alarm.Id}:"))
            .OrderBy(l => l.At)
            .Select(l => l.Subject)
            .ToListAsync();
    }

    string Now() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"timestamptz '{App.Clock.GetUtcNow().UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}Z'"
        );
}
