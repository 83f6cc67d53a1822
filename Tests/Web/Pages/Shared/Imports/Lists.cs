using StaffDashboard.Data.Clients;
using StaffDashboard.Data.Imports;
using StaffDashboard.Tests.Data.Imports;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Shared.Imports;
using StaffDashboard.Web.Pages.Shared.Records;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Shared.Imports;

/// <summary>Uploaded lists at each step, without a database.</summary>
static class Lists
{
    internal const string Token = "the token of one person";

    internal static readonly Preview Nothing = new([], [], []);
    internal static readonly ImportPages Pages = TeamImports.Pages;
    internal static readonly ImportPages Firms = new(
        Firm.ByName,
        new RecordLinks(Client.Type, "/firms"),
        "the list of firms"
    )
    {
        Existing = "Firms that exist already",
        Taken = "A name that an active firm has",
        Hints = ["The name tells which firm it is."],
    };

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
