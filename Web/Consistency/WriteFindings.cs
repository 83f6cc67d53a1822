using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Consistency;

/// <summary>Writes down what this node noticed in its own memory, and what browsers showed to be otherwise.</summary>
sealed class WriteFindings(
    Findings findings,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<WriteFindings> log
) : Background
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var found in findings.AllAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(found, stoppingToken);
            }
            // Not worth a second try: it is looked at again anyway.
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(failed, "An inconsistency could not be written down");
            }
        }
    }

    async Task WriteAsync(Finding found, CancellationToken stop)
    {
        await using var scope = scopes.AsProgram();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        var now = clock.GetUtcNow();
        if (!found.IsHealed)
            await office.WriteAsync(found, now, stop);
        // Memory was emptied of it when it was found.
        if (found.IsHealed || found.UserId is null)
            await office.HealAsync(found.Pair, found.Subject, found.UserId, now, stop);
    }
}
