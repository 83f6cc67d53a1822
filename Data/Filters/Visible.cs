using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Answers;
using StaffDashboard.Data.Clients;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Problems;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Filters;

/// <summary>Who sees what, said once. The row policies under these stand in row-level-security.sql.</summary>
static class Visible
{
    public static void Apply(ModelBuilder model, Office office)
    {
        model.Entity<Session>().HasQueryFilter(nameof(Visible), s => s.UserId == office.ViewerId);
        model
            .Entity<UserSettings>()
            .HasQueryFilter(nameof(Visible), s => s.UserId == office.ViewerId);
        model
            .Entity<SavedAnswer>()
            .HasQueryFilter(nameof(Visible), a => a.UserId == office.ViewerId);
        model
            .Entity<ProblemReport>()
            .HasQueryFilter(
                nameof(Visible),
                r => r.UserId == office.ViewerId || office.ViewerSeesEverybody
            );
        model.Entity<Employee>().HasQueryFilter("NotErased", e => e.ErasedAt == null);
        model.Entity<Client>().HasQueryFilter("NotErased", c => c.ErasedAt == null);
    }
}
