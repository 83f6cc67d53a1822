namespace StaffDashboard.Web.Live;

/// <summary>Work beside the requests that can always be stopped.</summary>
public abstract class Background : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await base.StopAsync(cancellationToken);
        }
        // A connection that breaks in the moment its command is cancelled throws out of the cancelling itself.
        // The work has ended all the same by now: the program would only end with an error that is none.
        catch (AggregateException broken)
            when (broken.InnerExceptions.All(inner => inner is ObjectDisposedException)) { }
    }
}
