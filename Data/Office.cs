using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Answers;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Clients;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Filters;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Data.Letters;
using StaffDashboard.Data.Problems;
using StaffDashboard.Data.Reports;
using StaffDashboard.Data.Search;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Data.Switches;
using StaffDashboard.Data.Users;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Data;

public class Office(DbContextOptions<Office> options) : DbContext(options)
{
    /// <summary>Contexts are pooled: whoever leases one must set this first, or the last viewer's rows are served.</summary>
    public Viewer Viewer { get; set; } = Viewer.Nobody;

    /// <summary>The currency that amounts are shown in. Set with the viewer.</summary>
    public string Currency { get; set; } = Money.Euro;

    /// <summary>The filters read this property of the context, so that one compiled query serves every viewer.</summary>
    public Guid? ViewerId => Viewer.Id;
    public bool ViewerSeesEverybody => Viewer.SeesEverybody;

    /// <summary>For one who has just shown who they are and has no session yet: the trail names them.</summary>
    public void ActAs(User user) =>
        Viewer = new Viewer(user.Id, user.Name, user.Role, Viewer.RequestId);

    public DbSet<User> Users => Set<User>();
    public DbSet<UserSettings> UserSettings => Set<UserSettings>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SignInThrottle> SignInThrottles => Set<SignInThrottle>();
    public DbSet<Employee> Employees => Set<Employee>();
    public DbSet<Client> Clients => Set<Client>();
    public DbSet<Skill> Skills => Set<Skill>();
    public DbSet<WorkRole> WorkRoles => Set<WorkRole>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportRow> ImportRows => Set<ImportRow>();
    public DbSet<ImportRecord> ImportRecords => Set<ImportRecord>();
    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();
    public DbSet<SavedAnswer> SavedAnswers => Set<SavedAnswer>();
    public DbSet<ProblemReport> ProblemReports => Set<ProblemReport>();
    public DbSet<AlarmRule> AlarmRules => Set<AlarmRule>();
    public DbSet<Alarm> Alarms => Set<Alarm>();
    public DbSet<AlarmSilence> AlarmSilences => Set<AlarmSilence>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobOrder> JobOrders => Set<JobOrder>();
    public DbSet<QueuedLetter> Letters => Set<QueuedLetter>();
    public DbSet<ReportRecipient> ReportRecipients => Set<ReportRecipient>();
    public DbSet<ReportSettings> ReportSettings => Set<ReportSettings>();
    public DbSet<DailyReport> DailyReports => Set<DailyReport>();
    public DbSet<FeatureSwitch> FeatureSwitches => Set<FeatureSwitch>();

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
