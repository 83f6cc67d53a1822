using StaffDashboard.Data;
using StaffDashboard.Data.Imports;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>Where one kind of record is brought in, and the words that only it has.</summary>
/// <param name="Whole">All of its records, within a sentence: "the team".</param>
public sealed record ImportPages(ImportType Type, RecordLinks Records, string Whole)
{
    /// <summary>What a line may have that a record has already: "A phone number that somebody active has".</summary>
    public required string Taken { get; init; }

    /// <summary>Those that are there already, as a heading.</summary>
    public required string Existing { get; init; }

    /// <summary>What a file has to look like, besides what holds for all.</summary>
    public required IReadOnlyList<string> Hints { get; init; }

    public ImportLinks Links { get; } = new(Records.List);

    public string Room => Records.Room;

    public string Title => Room.Capitalized();

    /// <summary>1 person, 1,200 people.</summary>
    public string Count(int count) => CountText.Of(count, Type.One, Type.Many);
}
