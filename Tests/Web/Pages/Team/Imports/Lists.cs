using StaffDashboard.Data.Imports;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Imports;

/// <summary>Uploaded lists at each step, without a database.</summary>
static class Lists
{
    internal const string Token = "the token of one person";

    internal static readonly Preview Nothing = new([], [], []);

    internal static Import At(
        ImportState state,
        int added = 0,
        int updated = 0,
        int rejected = 0
    ) =>
        new Import { FileName = "team.csv", Total = 1_200 }
            .Put(nameof(Import.State), state)
            .Put(nameof(Import.Added), added)
            .Put(nameof(Import.Updated), updated)
            .Put(nameof(Import.Rejected), rejected);
}
