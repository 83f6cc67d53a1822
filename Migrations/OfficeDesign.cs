using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations;

/// <summary>Lets `dotnet ef` build the model without a server.</summary>
sealed class OfficeDesign : IDesignTimeDbContextFactory<Office>
{
    public Office CreateDbContext(string[] args) => new(Schema.Options("Host=127.0.0.1"));
}
