using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Tests.Web.Pages.Shared;

public class RailEntryTests
{
    [Fact]
    public void Staff_are_not_shown_what_they_may_not_open()
    {
        Assert.Equal(["team", "clients"], Rooms(UserRole.Staff, RailEntry.For));
        Assert.Empty(Rooms(UserRole.Staff, RailEntry.AdminFor));
        Assert.Equal(["team", "clients"], Rooms(UserRole.Staff, RailEntry.Everywhere));
    }

    [Fact]
    public void Only_an_Admin_is_shown_the_users()
    {
        Assert.DoesNotContain("users", Rooms(UserRole.Manager, RailEntry.AdminFor));
        Assert.Contains("users", Rooms(UserRole.Admin, RailEntry.AdminFor));
    }

    static IEnumerable<string> Rooms(UserRole role, Func<Viewer, IEnumerable<RailEntry>> entries) =>
        entries(new Viewer(Guid.CreateVersion7(), "Bea", role, null)).Select(entry => entry.Room);
}
