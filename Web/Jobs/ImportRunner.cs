using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Imports.Run;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Jobs;

/// <summary>Looks for lists that wait to be checked or saved: when somebody presses the button, and every second.</summary>
sealed class ImportRunner(
    ImportRun imports,
    ImportBell bell,
    IConfiguration settings,
    ILogger<ImportRunner> log
) : Background
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(() => LookAsync(stoppingToken), stoppingToken);
            await TryAsync(() => bell.WaitAsync(Look, stoppingToken), stoppingToken);
        }
    }

    async Task LookAsync(CancellationToken stop)
    {
        foreach (var id in await imports.WaitingAsync(stop))
            await TryAsync(() => imports.TryAsync(id, OfficeCountry.From(settings), stop), stop);
    }

    // An exception that left here would end the whole program. What broke is tried again at the next look.
    async Task TryAsync(Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(broken, "A list was left where it was; looking again in a second");
        }
    }
}
