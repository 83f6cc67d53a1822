using StaffDashboard.Data;
using StaffDashboard.Data.Imports;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>Where one kind of record is brought in, and the words that only it has.</summary>
/// <param name="Room">Its entry in the rail, and the beginning of its addresses: "team".</param>
/// <param name="Whole">All of its records, within a sentence: "the team".</param>
public sealed record ImportPages(ImportType Type, string Room, string Whole)
{
    /// <summary>What a line may have that a record has already: "A phone number that somebody active has".</summary>
    public required string Taken { get; init; }

    /// <summary>Those that are there already, as a heading.</summary>
    public required string Existing { get; init; }

    /// <summary>What a file has to look like, besides what holds for all.</summary>
    public required IReadOnlyList<string> Hints { get; init; }

    public ImportLinks Links { get; } = new($"/{Room}");

    public string Title => ImportWords.Capital(Room);

    /// <summary>1 person, 1,200 people.</summary>
    public string Count(int count) => CountText.Of(count, Type.One, Type.Many);
}
