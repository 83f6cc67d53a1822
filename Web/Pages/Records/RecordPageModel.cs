using Htmx;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

/// <summary>One page for every kind of record: which one it is, its address says (see RecordRoutes).</summary>
public abstract class RecordPageModel(RecordPageContext context, RecordParts parts) : PageModel
{
    public RecordPages Pages =>
        HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<RecordPages>();
    public RecordLinks Links => Pages.Links;
    public RecordType Type => Pages.Type;

    protected RecordPageContext Context => context;
    protected RecordParts Parts => parts;
    protected Office Office => context.Office;
    protected Viewer Viewer => context.Viewer;
    protected CancellationToken Stop => HttpContext.RequestAborted;
    protected bool IsHtmx => Request.IsHtmx();
}
