using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Team.Person;

static class ViewerAudience
{
    /// <summary>Who sees the same, and may share a rendered fragment.</summary>
    public static string Audience(this Viewer viewer) => viewer.IsManager ? "manager" : "staff";
}
