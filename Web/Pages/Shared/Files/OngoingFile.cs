using System.Security.Claims;
using StaffDashboard.Data;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared.Files;

static class OngoingFile
{
    /// <summary>
    /// To be asked after each batch: a slow reader can make one request last for hours, and the right to read may be
    /// gone by then. False breaks the line off, for a file that merely ended would look complete.
    /// </summary>
    internal static async Task<bool> MayGoOnAsync(this HttpContext context)
    {
        var services = context.RequestServices;
        if (
            await services
                .GetRequiredService<ISessionCheck>()
                .IsStillGoodAsync(
                    services.GetRequiredService<Viewer>(),
                    context.User.FindFirstValue(SessionTickets.SessionClaim)
                )
        )
            return true;
        context.Abort();
        return false;
    }
}
