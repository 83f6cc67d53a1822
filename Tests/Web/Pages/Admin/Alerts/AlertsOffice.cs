using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Jobs.Alarms;

namespace StaffDashboard.Tests.Web.Pages.Admin.Alerts;

public abstract class AlertsOffice(TestPostgres postgres) : AlarmOffice(postgres)
{
    protected const string List = "/admin/alerts";
}
