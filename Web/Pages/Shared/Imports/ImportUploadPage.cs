using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Imports.Csv;
using StaffDashboard.Web.Pages.Shared.Files;
using StaffDashboard.Web.Pages.Shared.Requests;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>A file is sent here, and those that were sent before are listed.</summary>
// The token is checked by SentFile: the framework would read the whole body to find it.
[
    IgnoreAntiforgeryToken,
    StreamedBody,
    RequestSizeLimit(Import.MaxBytes),
    FileTransfer(Method = "POST")
]
public class ImportUploadPage(ImportContext context) : ImportPage(context)
{
    const int Shown = 20;
    const int InMemory = 64 * 1024;
    const string TooLarge =
        "The file is larger than 64 MB. Split it and send the parts one by one.";

    public string? Refusal { get; private set; }
    public List<EarlierImport> Earlier { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ListAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Request.ContentLength > Import.MaxBytes)
            return await RefuseAsync(TooLarge, StatusCodes.Status413PayloadTooLarge);
        try
        {
            if (await SentFile.ReceiveAsync(HttpContext, Context.Antiforgery, Stop) is not { } file)
                return BadRequest();
            if (file.Name.Length == 0)
                return await RefuseAsync("Choose a file first.");
            // Until the last byte is here nothing of the database is held: the line may be slow.
            await using var whole = new FileBufferingReadStream(file.Content, InMemory);
            await whole.DrainAsync(Stop);
            whole.Position = 0;
            var import = await Upload.ReceiveAsync(Office, Pages.Type, whole, file.Name, Stop);
            return Redirect(Pages.Links.Columns(import.Id));
        }
        catch (FileRefused refused)
        {
            return await RefuseAsync(refused.Message);
        }
        catch (BadHttpRequestException large)
            when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await RefuseAsync(TooLarge, StatusCodes.Status413PayloadTooLarge);
        }
    }

    async Task<IActionResult> RefuseAsync(
        string why,
        int status = StatusCodes.Status422UnprocessableEntity
    )
    {
        Office.ChangeTracker.Clear();
        Refusal = why;
        Response.StatusCode = status;
        return await ListAsync();
    }

    async Task<IActionResult> ListAsync()
    {
        Earlier = await Office
            .Imports.AsNoTracking()
            .Where(i => i.TableName == Pages.Type.Table)
            .OrderByDescending(i => i.CreatedAt)
            .Take(Shown)
            .Select(i => new EarlierImport(
                i,
                Office.Users.Where(u => u.Id == i.OwnerId).Select(u => u.Name).FirstOrDefault()
                    ?? ""
            ))
            .ToListAsync(Stop);
        return Show($"Import {Pages.Type.Many}", ("Import", null));
    }
}

public sealed record EarlierImport(Import Import, string Owner);
