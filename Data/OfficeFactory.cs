using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data;

/// <summary>The one place that leases a pooled context; it never hands one out without its viewer.</summary>
public sealed class OfficeFactory(IDbContextFactory<Office> pool)
{
    public Office Open(Viewer viewer)
    {
        var office = pool.CreateDbContext();
        office.Viewer = viewer;
        return office;
    }
}
