using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>A live list, rendered once for all who may see the same.</summary>
public sealed class ListParts(RecordPageContext context)
{
    public DateOnly Today => DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);

    public Task<Fragment> ListAsync(RecordPages pages, ListQuery query, CancellationToken stop) =>
        ListAsync(pages, query, context.Viewer.OfSameRole(), stop);

    public Task<Fragment> ListAsync(
        RecordPages pages,
        ListQuery query,
        Viewer audience,
        CancellationToken stop
    )
    {
        var today = Today;
        return context.Cache.GetLiveAsync(
            $"{pages.Links.Of(query)} {today:O}",
            audience.IsManager ? "manager" : "staff",
            Topics(pages),
            async giveUp => await RenderAsync(pages, query, today, audience, giveUp),
            stop
        );
    }

    /// <summary>Past the cache: it may not have heard of this request's change yet.</summary>
    public Task<string> RenderAsync(RecordPages pages, ListQuery query, CancellationToken stop) =>
        RenderAsync(pages, query, Today, context.Viewer.OfSameRole(), stop);

    public static string[] Topics(RecordPages pages) => [pages.Room, .. pages.List.AlsoLive];

    async Task<string> RenderAsync(
        RecordPages pages,
        ListQuery query,
        DateOnly today,
        Viewer audience,
        CancellationToken stop
    )
    {
        var page = await query.List.PageAsync(context.Office, query, today, stop);
        var words = await WordsAsync(query.List, stop);
        var view = new ListView(pages, page, words, today, audience);
        return await context.Fragments.RenderAsync<RecordListView>(new { View = view });
    }

    public Task<OfficeWords> WordsAsync(RecordList list, CancellationToken stop) =>
        context.WordsAsync(list.Columns.Select(column => column.Field).OfType<Field>(), stop);
}
