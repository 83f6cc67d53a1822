using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Imports;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Web.Pages.Team.Imports;

public class ColumnsModel(
    Office office,
    Viewer viewer,
    ImportBell bell,
    Effect effect,
    IValidator<ColumnsForm> rules
) : PageModel
{
    public Import Import { get; private set; } = null!;
    public IReadOnlyList<string[]> Samples { get; private set; } = [];

    [BindProperty]
    public ColumnsForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await LoadAsync(id) is { } elsewhere)
            return elsewhere;
        Form = ColumnsForm.Of(Import);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await LoadAsync(id) is { } elsewhere)
            return elsewhere;
        var stop = HttpContext.RequestAborted;
        foreach (var error in (await rules.ValidateAsync(Form, stop)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        if (!ModelState.IsValid || Form.Fields.Count != Import.Columns.Length)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        (Import.Mapping, Import.UpdateByPhone, Import.AddRoles) = (
            Form.Mapping,
            Form.UpdateByPhone,
            Form.AddRoles
        );
        Import.Check(viewer.Id!.Value);
        try
        {
            await office.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }
        await effect.SettleAsync();
        bell.Ring();
        return Redirect(ImportLinks.One(id));
    }

    async Task<IActionResult?> LoadAsync(Guid id)
    {
        if (
            await office.Imports.FirstOrDefaultAsync(i => i.Id == id, HttpContext.RequestAborted)
            is not { } import
        )
            return NotFound();
        Import = import;
        if (!Import.MayCheck)
            return Redirect(ImportLinks.One(id));
        Samples = await Preview.SamplesAsync(office, Import, HttpContext.RequestAborted);
        return null;
    }
}
