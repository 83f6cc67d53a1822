using Microsoft.AspNetCore.Antiforgery;
using StaffDashboard.Data;
using StaffDashboard.Data.Imports;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>What the import pages of every kind of record work with.</summary>
public sealed record ImportContext(
    Office Office,
    Viewer Viewer,
    Fragments Fragments,
    IAntiforgery Antiforgery,
    ImportBell Bell,
    Effect Effect,
    TimeProvider Clock
);
