using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>The live pieces of a record's page, each rendered once for all who may see the same.</summary>
public sealed class RecordParts(RecordPageContext context)
{
    public const string Head = "head";

    Viewer Audience => context.Viewer.OfSameRole();

    public Task<Fragment> HeadAsync(RecordPages pages, Guid id, CancellationToken stop) =>
        CachedAsync(
            pages,
            id,
            Head,
            pages.Type.Fields.Where(field => field.MayBeSeenBy(Audience)),
            view => pages.Head(context.Fragments, view),
            stop
        );

    /// <summary>A head that says why it could not be restored: for this viewer alone, now.</summary>
    public async Task<Fragment> HeadAsync(RecordPages pages, IRecord record, Remark holder) =>
        Fragment.Of(
            await pages.Head(
                context.Fragments,
                new(pages, record, OfficeWords.Plain, Audience) { Holder = holder }
            )
        );

    public Task<Fragment> SectionAsync(
        RecordPages pages,
        Guid id,
        Section section,
        CancellationToken stop
    ) =>
        CachedAsync(
            pages,
            id,
            section.Word,
            pages.Type.In(section),
            view => pages.Section(context.Fragments, view, section),
            stop
        );

    /// <summary>
    /// Of what this request has just saved and not committed yet: nothing is read again but what another table holds,
    /// and nothing of it is kept for others.
    /// </summary>
    public async Task<Fragment> SavedAsync(
        RecordPages pages,
        IRecord record,
        Section section,
        CancellationToken stop
    ) =>
        RecordType.TopicsOf(pages.Type.In(section)).Any()
            ? await SectionAsync(pages, record.Id, section, stop)
            : Fragment.Of(
                await pages.Section(
                    context.Fragments,
                    new(
                        pages,
                        record,
                        await context.WordsAsync(pages.Type.In(section), stop),
                        Audience
                    ),
                    section
                )
            );

    public Task<Fragment> HistoryAsync(
        RecordPages pages,
        Guid id,
        long? before,
        CancellationToken stop
    ) =>
        context.Cache.GetLiveAsync(
            $"{pages.Type.Topic(id)}/history/{before}",
            AudienceName,
            [.. Topics(pages, id, pages.Type.Fields), User.Choices.Topic],
            async giveUp =>
                await HistoryView.ReadAsync(context, pages, id, before, giveUp) is { } view
                    ? await context.Fragments.RenderAsync<HistoryList>(new { View = view })
                    : await ErasedAsync(pages, "history"),
            stop
        );

    /// <summary>By its word in an address; null when there is no such part for this viewer.</summary>
    public async Task<Fragment?> ByWordAsync(
        RecordPages pages,
        Guid id,
        string part,
        CancellationToken stop
    ) =>
        part == Head ? await HeadAsync(pages, id, stop)
        : pages.Type.Sections.FirstOrDefault(s => s.Word == part) is { } section
        && section.MayBeSeenBy(context.Viewer)
            ? await SectionAsync(pages, id, section, stop)
        : null;

    string AudienceName => context.Viewer.Role.ToString();

    static string[] Topics(RecordPages pages, Guid id, IEnumerable<Field> shown) =>
        [pages.Type.Topic(id), .. RecordType.TopicsOf(shown)];

    Task<Fragment> CachedAsync(
        RecordPages pages,
        Guid id,
        string part,
        IEnumerable<Field> shown,
        Func<RecordView, Task<string>> render,
        CancellationToken stop
    ) =>
        context.Cache.GetLiveAsync(
            $"{pages.Type.Topic(id)}/{part}",
            AudienceName,
            Topics(pages, id, shown),
            async giveUp =>
                await pages.Type.ReadAsync(context.Office, id, giveUp) is { } record
                    ? await render(
                        new(pages, record, await context.WordsAsync(shown, giveUp), Audience)
                    )
                    : await ErasedAsync(pages, part),
            stop
        );

    Task<string> ErasedAsync(RecordPages pages, string part) =>
        context.Fragments.RenderAsync<ErasedRecord>(new { pages.Links, Part = part });
}
