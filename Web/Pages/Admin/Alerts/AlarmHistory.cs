using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

/// <summary>Alarms that are over, the latest first. Which of them stands in the address.</summary>
public sealed record AlarmHistory(
    IReadOnlyList<Alarm> Alarms,
    string Address,
    string? First,
    string? Next
)
{
    const int PageSize = 25;

    public static async Task<AlarmHistory> ReadAsync(
        Office office,
        string? rule,
        OneDay? day,
        string? before,
        CancellationToken stop
    )
    {
        var seen = AlarmPosition.Parse(before);
        var alarms = office.Alarms.AsNoTracking().Where(a => a.ClosedAt != null);
        if (!string.IsNullOrEmpty(rule))
            alarms = alarms.Where(a => a.Rule == rule);
        if (day is { Stretch: var stretch })
            alarms = alarms.Where(a => a.OpenedAt >= stretch.From && a.OpenedAt < stretch.Until);
        if (seen is not null)
            alarms = alarms.Where(a =>
                EF.Functions.LessThan(
                    ValueTuple.Create(a.OpenedAt, a.Id),
                    ValueTuple.Create(seen.At, seen.Id)
                )
            );
        var found = await alarms
            .OrderByDescending(a => a.OpenedAt)
            .ThenByDescending(a => a.Id)
            .Take(PageSize + 1)
            .ToListAsync(stop);
        var shown = found.Take(PageSize).ToList();
        var here = AlertLinks.Of(rule, day?.Key);
        var address = QueryHelpers.AddQueryString(here, "part", "history");
        return new(
            shown,
            before is null ? address : QueryHelpers.AddQueryString(address, "before", before),
            seen is null ? null : here,
            found.Count > PageSize
                ? QueryHelpers.AddQueryString(
                    here,
                    "before",
                    new AlarmPosition(shown[^1].OpenedAt, shown[^1].Id).ToString()
                )
                : null
        );
    }
}
