using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Admin.Reports;

public sealed class ReportFragments(Office office, FragmentCache cache, Fragments fragments)
{
    const int Most = 400;
    static readonly string[] Topics = ["reports"];

    public Task<Fragment> RecipientsAsync(CancellationToken stop) =>
        cache.GetLiveAsync(
            "report-recipients",
            "manager",
            Topics,
            async limit =>
                await fragments.RenderAsync<RecipientList>(
                    new
                    {
                        Recipients = await office
                            .ReportRecipients.AsNoTracking()
                            .OrderBy(recipient => recipient.Email)
                            .ToListAsync(limit),
                    }
                ),
            stop
        );

    public Task<Fragment> HistoryAsync(CancellationToken stop) =>
        cache.GetLiveAsync(
            "report-history",
            "manager",
            Topics,
            async limit =>
                await fragments.RenderAsync<ReportHistory>(
                    new
                    {
                        Reports = await office
                            .DailyReports.OrderByDescending(report => report.Day)
                            .Take(Most)
                            .Select(report => new ReportRow(
                                report.Day,
                                report.Verdict,
                                report.IsAllClear,
                                report.MadeAt
                            ))
                            .ToListAsync(limit),
                    }
                ),
            stop
        );
}
