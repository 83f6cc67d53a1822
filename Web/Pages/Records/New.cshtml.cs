using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

/// <summary>A record that is to be added. Staff adds none.</summary>
[Authorize(Policy = Policies.Manager)]
public class NewModel(RecordPageContext context, RecordParts parts) : FormPage(context, parts)
{
    public async Task<IActionResult> OnGetAsync()
    {
        Form = RecordForm.Of(Type.New(), Type.Fields, await WordsAsync());
        return await FormAsync(StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync(bool another)
    {
        await ReadAsync();
        if (!await IsFineAsync(Guid.Empty))
            return await FormAsync(
                StatusCodes.Status422UnprocessableEntity,
                IsHtmx ? "_New" : null
            );
        var record = Type.New();
        Form.Fill(record);
        Office.Add(record);
        try
        {
            await Office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException e) when ((e.IsTaken() || e.IsGone()) && MayTryAgain())
        {
            // By somebody else, this very moment: asked again, they are named, or what they removed is.
            Office.ChangeTracker.Clear();
            return await OnPostAsync(another);
        }
        return Done(record, another);
    }

    public async Task<IActionResult> OnPostCheckAsync(string? field)
    {
        await ReadAsync();
        return await CheckAsync(Guid.Empty, field);
    }

    Task<OfficeWords> WordsAsync() => Context.WordsAsync(Type.Fields, Stop);

    async Task ReadAsync() =>
        Form = RecordForm.Read(await Request.ReadFormAsync(Stop), Type.Fields, await WordsAsync());

    IActionResult Done(IRecord record, bool another)
    {
        // What is no error and yet to be known, such as another one of this name.
        string[] known = [.. Form.Remarks.Where(r => !r.IsError).Select(r => r.Text)];
        var added = $"Added {record.Name}";
        var toast = new Toast(
            known.Length == 0 ? added : $"{added}. {string.Join(' ', known)}",
            Links.Archive(record.Id)
        );
        // What waited for a line is told by whichever page is open now, and where to look.
        if (Request.Headers.ContainsKey("X-Waited"))
        {
            toast.Show(Response);
            return GoTo(Links.Details(record.Id));
        }
        toast.Keep(TempData);
        return GoTo(another ? Links.New : Links.Details(record.Id));
    }
}
