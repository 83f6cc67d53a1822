using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace StaffDashboard.Data;

/// <summary>The one place that leases a pooled context; it never hands one out without its viewer.</summary>
public sealed class OfficeFactory(IDbContextFactory<Office> pool, IConfiguration settings)
{
    readonly string currency = Money.CurrencyFrom(settings);

    public Office Open(Viewer viewer)
    {
        var office = pool.CreateDbContext();
        (office.Viewer, office.Currency) = (viewer, currency);
        return office;
    }
}
