namespace StaffDashboard.Data.Reports;

/// <summary>Days of the office. In spring one has 23 hours, in autumn one has 25.</summary>
public static class OfficeDay
{
    public static DateOnly Of(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) =>
        MomentOf(day, TimeOnly.MinValue, zone);

    /// <summary>A time that is skipped is meant as the first one after the gap; of one that comes twice the first is meant.</summary>
    public static DateTimeOffset MomentOf(DateOnly day, TimeOnly at, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(at);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        // Midnight of the first day there is lies before all time in a zone east of Greenwich.
        var ticks = local.Ticks - offset.Ticks;
        if (ticks < DateTimeOffset.MinValue.UtcTicks || ticks > DateTimeOffset.MaxValue.UtcTicks)
            return ticks < 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        var moment = new DateTimeOffset(local, offset);
        // Where midnight itself is skipped, the zone calls it valid and means an hour of the day before.
        while (TimeZoneInfo.ConvertTime(moment, zone).DateTime < local)
            moment = moment.AddMinutes(1);
        return moment;
    }
}
