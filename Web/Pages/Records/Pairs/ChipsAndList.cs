using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using StaffDashboard.Data;
using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records.Pairs;

/// <summary>
/// The count on a chip, the count above the list, the rows of the list: as this node serves them, and as they are.
/// A subject is a view of the list, as its address says it.
/// </summary>
sealed class ChipsAndList(RecordPages pages, Office office, ListParts parts, FragmentCache cache)
    : IPair
{
    const int Choices = 2;

    public string Name => $"{pages.Room}-counts";

    public async Task<IReadOnlyList<string>> SampleAsync(CancellationToken stop)
    {
        var all = new ListQuery(pages.List);
        var counts = (await pages.List.PageAsync(office, all, parts.Today, stop)).Counts;
        var views = new List<ListQuery> { all, all with { Archived = true } };
        foreach (var filter in pages.List.Filters)
        {
            if (filter is { Chip: { } chip, Group: ListChips.State })
                views.Add(all.With(filter, chip.Value));
            var choices = counts.ChoicesOf(filter).Select(choice => $"{choice.Choice}").ToArray();
            Random.Shared.Shuffle(choices);
            views.AddRange(choices.Take(Choices).Select(choice => all.With(filter, choice)));
        }
        return [.. views.Select(view => pages.Links.Of(view)[pages.Links.List.Length..])];
    }

    public async Task<Difference?> LookAsync(string subject, CancellationToken stop)
    {
        var query = ListQuery.Read(
            pages.List,
            new QueryCollection(QueryHelpers.ParseQuery(subject))
        );
        var served = await ServedAsync(query, stop);
        var (count, chip) = (
            await pages.List.CountAsync(office, query, parts.Today, ListCounts.Most + 1, stop),
            await ChipAsync(query, stop)
        );
        var counted = ListCounts.Words(count);
        var difference =
            Served.Summary(served) is { } summary && summary != counted
                ? Of("above the list", summary, counted)
            : Served.Chip(served, chip) is { } says && says != counted
                ? Of("on the chip", says, counted)
            : Served.Rows(served) != Math.Min(count, RecordList.PageSize)
                ? Of("rows of the list", Text(Served.Rows(served)), counted)
            : null;
        // Changes that were on their way have been told by now: what is still served is what nobody takes back.
        return
            difference is not null
            && await cache.HasHeardAllAsync(stop)
            && ReferenceEquals(served, await ServedAsync(query, stop))
            ? difference
            : null;
    }

    Task<Fragment> ServedAsync(ListQuery query, CancellationToken stop) =>
        parts.ListAsync(pages, query, Served.ToManagers, stop);

    // The chip that is pressed in this view.
    async Task<string> ChipAsync(ListQuery query, CancellationToken stop)
    {
        if (query.Archived)
            return "Archived";
        if (pages.List.Filters.FirstOrDefault(f => query.Of(f) is not null) is not { } filter)
            return "Active";
        if (filter.Chip is { } chip)
            return chip.Text;
        var counts = (await pages.List.PageAsync(office, query, parts.Today, stop)).Counts;
        return counts
                .ChoicesOf(filter)
                .FirstOrDefault(choice => $"{choice.Choice}" == query.Of(filter))
                ?.Text
            ?? "";
    }

    Difference Of(string where, string says, string counted) =>
        new((where, says), ("counted", counted), pages.Room);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
