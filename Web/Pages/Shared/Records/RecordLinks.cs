using Microsoft.AspNetCore.Http.Extensions;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared.Lists;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>The addresses of a kind of record, below that of its list.</summary>
public sealed record RecordLinks(RecordType Type, string List)
{
    public string Word => Type.Word;

    /// <summary>The first part of all its addresses, and of the ids of its list's elements.</summary>
    public string Room => List.TrimStart('/');

    public string ListElement => Room + "-list";
    public string FilterElement => Room + "-filter";

    /// <summary>Links inside the list change the list alone; without script they lead to the whole page.</summary>
    public string Swap => $"""target:"#{ListElement}" swap:"outerMorph" """;

    public string Import => $"{List}/import";
    public string Bulk => $"{List}/bulk";

    public string Of(ListQuery query) => List + new QueryBuilder(query.Write());

    public string Fragment(ListQuery query) =>
        List + new QueryBuilder([.. query.Write(), new("part", "list")]);

    public string Matches(ListQuery query) =>
        List
        + new QueryBuilder([.. (query with { Position = null }).Write(), new("part", "matches")]);

    public string Print(ListQuery query) =>
        $"{List}/print" + new QueryBuilder((query with { Position = null }).Write());

    public string Export(ListQuery query) =>
        $"{List}/export.csv" + new QueryBuilder((query with { Position = null }).Write());

    public string New => $"{List}/new";
    public string NewCheck => $"{New}?handler=Check";

    public string Details(Guid id) => $"{List}/{id}";

    public string Part(Guid id, string part) => $"{Details(id)}?part={part}";

    public string Edit(Guid id, Section section) => $"{Details(id)}/{section.Word}";

    public string EditForm(Guid id, Section section) => $"{Edit(id, section)}?part=form";

    public string Check(Guid id, Section section) => $"{Edit(id, section)}?handler=Check";

    /// <summary>What changed since a form was opened: see <see cref="Conflicts.FormStart"/>.</summary>
    public string Meanwhile(Guid id, Section section, string start) =>
        $"{Edit(id, section)}?handler=Meanwhile&start={Uri.EscapeDataString(start)}";

    public string Archive(Guid id) => $"{Details(id)}?handler=Archive";

    public string Restore(Guid id) => $"{Details(id)}?handler=Restore";

    public string Erase(Guid id) => $"{Details(id)}/erase";

    public string History(Guid id, long? before = null) =>
        $"{Details(id)}/history" + (before is null ? "" : $"?before={before}");

    public string HistoryPart(Guid id, long? before) =>
        $"{Details(id)}/history?part=list" + (before is null ? "" : $"&before={before}");

    public string PutBack(Guid id) => PutBack($"{id}");

    public string PutBack(string row) => $"{List}/{row}/history?handler=PutBack";

    /// <summary>What saving a section is called where it is told: never with whom.</summary>
    public string Act(Section section) => $"Edit the {section.Word} of a {Word}";

    public string Element(Section section) => Element(section.Word);

    public string Element(string part) => $"{Word}-{part}";
}
