using StaffDashboard.Data.Clients;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Clients;

public static class ClientLinks
{
    public static readonly RecordLinks Client = new(Data.Clients.Client.Type, "/clients");
}
