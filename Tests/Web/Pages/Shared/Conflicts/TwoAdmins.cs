using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Shared.Conflicts;

/// <summary>An office in which Ada and Bea may both change everything.</summary>
public sealed class TwoAdmins(TestPostgres postgres) : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;
    public OfficeApp App { get; private set; } = null!;
    public Visitor Ada { get; private set; } = null!;
    public Visitor Bea { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.OfficeAsync();
        App = await OfficeApp.StartAsync(Database);
        Ada = await App.SignInAsync(UserRole.Admin);
        await using var office = new Office(Schema.Options(Database.AppConnectionString));
        office.Add(TestUsers.Make("Bea Keller", "bea@example.test", UserRole.Admin));
        await office.SaveChangesAsync();
        Bea = App.Stranger();
        await Bea.SignInAsync("bea@example.test", TestUsers.Password);
    }

    /// <summary>As if nobody had set anything yet.</summary>
    public Task ForgetAsync() =>
        Database.RunAsync(
            $"""
            delete from alarm_rules; delete from feature_switches;
            update report_settings set is_on = true, send_at = '07:00';
            set session_replication_role = replica; delete from problem_reports; delete from audit_log;
            insert into problem_reports (id, user_id, user_name, at, comment, page, version, context, state, answer)
            select '{SmallForm.ProblemId}', id, name, now(), 'It broke', '/team', '1', jsonb_build_object(), 'New', ''
            from users where email = '{TestUsers.EmailOf(UserRole.Staff)}';
            reset session_replication_role
            """
        );

    public async ValueTask DisposeAsync()
    {
        Ada.Dispose();
        Bea.Dispose();
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }
}
