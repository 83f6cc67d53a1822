using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Filters;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Data.Users;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Data;

public class Office(DbContextOptions<Office> options) : DbContext(options)
{
    /// <summary>Contexts are pooled: whoever leases one must set this first, or the last viewer's rows are served.</summary>
    public Viewer Viewer { get; set; } = Viewer.Nobody;

    /// <summary>The filters read this property of the context, so that one compiled query serves every viewer.</summary>
    public Guid? ViewerId => Viewer.Id;

    /// <summary>For one who has just shown who they are and has no session yet: the trail names them.</summary>
    public void ActAs(User user) =>
        Viewer = new Viewer(user.Id, user.Name, user.Role, Viewer.RequestId);

    public DbSet<User> Users => Set<User>();
    public DbSet<UserSettings> UserSettings => Set<UserSettings>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SignInThrottle> SignInThrottles => Set<SignInThrottle>();
    public DbSet<Employee> Employees => Set<Employee>();
    public DbSet<Skill> Skills => Set<Skill>();
    public DbSet<WorkRole> WorkRoles => Set<WorkRole>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportRow> ImportRows => Set<ImportRow>();
    public DbSet<ImportPerson> ImportPeople => Set<ImportPerson>();
    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(Office).Assembly);
        Visible.Apply(model, this);
        SearchText.Register(model);
        SnakeCase.Apply(model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<string>().HaveConversion<CleanText>();
}
