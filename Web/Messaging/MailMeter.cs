using System.Diagnostics.Metrics;

namespace StaffDashboard.Web.Messaging;

/// <summary>Letters sent and given up, under the meter "StaffDashboard.Mail".</summary>
public sealed class MailMeter(IMeterFactory meters)
{
    public const string Name = "StaffDashboard.Mail";

    readonly Counter<long> letters = meters
        .Create(Name)
        .CreateCounter<long>("mail", description: "Letters; the outcome is sent or failed");

    internal void Sent() => Count("sent");

    internal void Failed() => Count("failed");

    void Count(string outcome) =>
        letters.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
