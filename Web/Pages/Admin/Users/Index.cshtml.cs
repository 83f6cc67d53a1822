using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Admin.Users;

public class IndexModel(Office office, Fragments fragments, FragmentCache cache) : PageModel
{
    public Fragment List { get; private set; } = Fragment.Of("");

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        List = await cache.GetLiveAsync(
            "users",
            "admin",
            ["users"],
            RenderAsync,
            HttpContext.RequestAborted
        );
        return part is null ? Page() : new FragmentResult(List);
    }

    async Task<string> RenderAsync(CancellationToken stop)
    {
        var users = await office
            .Users.AsNoTracking()
            .OrderBy(u => u.Name)
            .ThenBy(u => u.Id)
            .ToListAsync(stop);
        return await fragments.RenderAsync<UserList>(
            new { Users = users.Select(UserRow.Of).ToList() }
        );
    }
}
