using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Confirmation;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

[ConfirmErasure]
[Authorize(Policy = Policies.Admin)]
public class EraseModel(RecordPageContext context, RecordParts parts)
    : RecordPageModel(context, parts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Confirmation { get; set; } = "";

    public string Name { get; private set; } = "";
    public string? Problem { get; private set; }
    public IReadOnlyList<Field> Known { get; private set; } = [];
    public IReadOnlyList<string> AlsoKept { get; private set; } = [];
    public int AuditEntries { get; private set; }
    public int ImportRows { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (
            ConfirmPasswordAttribute.IsUnconfirmed(HttpContext)
            || !ConfirmErasureAttribute.IsName(Confirmation, Name)
        )
        {
            Problem = $"Nothing was erased: this is not the name. Enter {Name}.";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await Type.EraseAsync(Office, Id, Stop);
        new Toast($"Erased one {Type.Word} for good.").Keep(TempData);
        return Redirect(Links.List);
    }

    async Task<bool> LoadAsync()
    {
        if (await Type.ReadAsync(Office, Id, Stop) is not { } record)
            return false;
        Name = record.Name;
        Known = [.. Type.Erased(record)];
        AlsoKept = await Pages.KeptAfterErasure(Office, record, Stop);
        AuditEntries = await Office.AuditLog.CountAsync(
            e => e.TableName == Type.Table && e.RowId == $"{Id}",
            Stop
        );
        ImportRows = await Type.CountImportRowsAsync(Office, Id, Stop);
        return true;
    }
}
