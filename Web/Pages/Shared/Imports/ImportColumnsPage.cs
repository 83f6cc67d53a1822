using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data.Imports;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>Which column of the file goes into which field.</summary>
public class ImportColumnsPage(ImportContext context) : ImportPage(context)
{
    public Import Import { get; private set; } = null!;
    public IReadOnlyList<string[]> Samples { get; private set; } = [];

    /// <summary>What no heading was taken for.</summary>
    public string Missing { get; private set; } = "";

    [BindProperty]
    public ColumnsForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await LoadAsync(id) is { } elsewhere)
            return elsewhere;
        Form = ColumnsForm.Of(Import);
        Missing = MissingColumns.Words(Pages.Type, Import.Mapping);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await LoadAsync(id) is { } elsewhere)
            return elsewhere;
        var rules = new ColumnsFormRules(Pages.Type);
        foreach (var error in (await rules.ValidateAsync(Form, Stop)).Errors)
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        if (!ModelState.IsValid || Form.Fields.Count != Import.Columns.Length)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Show();
        }
        (Import.Mapping, Import.UpdateKnown, Import.AddChoices) = (
            Form.Mapping,
            Form.UpdateKnown,
            Form.AddChoices
        );
        Import.Check(Context.Viewer.Id!.Value);
        return await StartAsync(id);
    }

    async Task<IActionResult?> LoadAsync(Guid id)
    {
        if (await FindAsync(id) is not { } import)
            return NotFound();
        Import = import;
        if (!Import.MayCheck)
            return Redirect(Pages.Links.One(id));
        Samples = await Preview.SamplesAsync(Office, Import, Stop);
        return null;
    }

    PageResult Show() => Show("Columns", ("Import", Pages.Links.List), ("Columns", null));
}
