using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

/// <summary>What is watched, and with which limits now.</summary>
public sealed record RuleEntry(AlarmKind Kind, AlarmRule Rule)
{
    public bool IsDefault => Rule.RowVersion == 0;

    public string Says => Kind.Rings(Rule) + ".";

    public static async Task<List<RuleEntry>> AllAsync(Office office, CancellationToken stop)
    {
        var rules = await office.AlarmRules.AsNoTracking().ToDictionaryAsync(r => r.Name, stop);
        return
        [
            .. AlarmKinds.All.Select(kind => new RuleEntry(
                kind,
                rules.GetValueOrDefault(kind.Name) ?? kind.Default
            )),
        ];
    }
}
