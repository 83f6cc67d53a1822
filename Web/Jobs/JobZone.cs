using Hangfire;

namespace StaffDashboard.Web.Jobs;

/// <summary>The office's time zone, in which every schedule is read, whatever id is stored with a job.</summary>
public sealed record JobZone(TimeZoneInfo Zone) : ITimeZoneResolver
{
    public TimeZoneInfo GetTimeZoneById(string timeZoneId) => Zone;
}
