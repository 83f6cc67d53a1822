using Microsoft.AspNetCore.Mvc;

namespace StaffDashboard.Web.Pages.Shared;

static class LocalAddress
{
    /// <summary>Where a form wants to go on to, if that is a page of ours. As a header takes it: that is ASCII.</summary>
    public static string LocalOrStart(this IUrlHelper url, string? address) =>
        url.IsLocalUrl(address)
            ? new Uri(address, UriKind.Relative).GetComponents(
                UriComponents.SerializationInfoString,
                UriFormat.UriEscaped
            )
            : "/";
}
