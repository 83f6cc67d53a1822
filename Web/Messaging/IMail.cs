namespace StaffDashboard.Web.Messaging;

/// <summary>The way out for letters: a mail server, or a folder where none is configured.</summary>
public interface IMail
{
    Task SendAsync(Letter letter, CancellationToken stop = default);
}
