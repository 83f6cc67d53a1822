using StaffDashboard.Data.Letters;

namespace StaffDashboard.Web.Messaging;

/// <summary>The way out for letters: a mail server, or a folder where none is configured.</summary>
public interface IMail
{
    /// <summary>The address that letters come from.</summary>
    string Sender { get; }

    Task SendAsync(QueuedLetter letter, CancellationToken stop = default);
}
