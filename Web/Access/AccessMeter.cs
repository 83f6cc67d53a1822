using System.Diagnostics.Metrics;

namespace StaffDashboard.Web.Access;

/// <summary>The figures of this room.</summary>
public sealed class AccessMeter(IMeterFactory meters)
{
    public const string Name = "StaffDashboard.Access";

    readonly Counter<long> refused = meters
        .Create(Name)
        .CreateCounter<long>(
            "sign-in.refused",
            description: "Knocks at the door that were not let in"
        );

    internal void Refused() => refused.Add(1);
}
