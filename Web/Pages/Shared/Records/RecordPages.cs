using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Imports;
using StaffDashboard.Web.Pages.Shared.Lists;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>
/// The pages of a kind of record: where they are, and what is special about them. What nothing is said of here, the
/// fields decide.
/// </summary>
/// <param name="Title">Of the list, and of its entry in the navigation.</param>
public sealed record RecordPages(RecordLinks Links, string Title)
{
    public RecordType Type => Links.Type;

    /// <summary>The entry of the navigation.</summary>
    public string Room => Links.Room;

    public required RecordList List { get; init; }

    /// <summary>How they come in from files.</summary>
    public required ImportPages Import { get; init; }

    /// <summary>Beside the title in the navigation.</summary>
    public required string Icon { get; init; }

    /// <summary>After "g" on the keyboard.</summary>
    public string? ShortcutKey { get; init; }

    /// <summary>Beside the name where one is found.</summary>
    public Func<IRecord, string?> FoundHint { get; init; } = _ => null;

    /// <summary>What it means to archive one.</summary>
    public string ArchivedHint { get; init; } =
        "What is archived leaves the list, and its data is kept.";

    /// <summary>Under the heading of the form for a new one.</summary>
    public string NewHint { get; init; } = "";

    /// <summary>Others that have the same as a form says.</summary>
    public Func<
        Office,
        Guid,
        RecordForm,
        CancellationToken,
        Task<IReadOnlyList<Remark>>
    > Remarks { get; init; } = (_, _, _, _) => Task.FromResult<IReadOnlyList<Remark>>([]);

    /// <summary>What is offered while tags are typed.</summary>
    public Func<
        Office,
        RecordForm,
        CancellationToken,
        Task<IReadOnlyList<string>>
    > Tags { get; init; } = (_, _, _) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Who has by now what an archived record would have to have alone, were it restored.</summary>
    public Func<Office, IRecord, CancellationToken, Task<Remark?>> Holder { get; init; } =
        (_, _, _) => Task.FromResult<Remark?>(null);

    /// <summary>What is not erased along with a record, beyond the fields that stay, in sentences.</summary>
    public Func<
        Office,
        IRecord,
        CancellationToken,
        Task<IReadOnlyList<string>>
    > KeptAfterErasure { get; init; } = (_, _, _) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>What is said beside the name while the record is not archived.</summary>
    public Func<IRecord, Badge?> Badge { get; init; } = _ => null;

    public Func<Fragments, RecordView, Task<string>> Head { get; init; } =
        (fragments, view) => fragments.RenderAsync<RecordHead>(new { View = view });

    public Func<Fragments, RecordView, Section, Task<string>> Section { get; init; } =
        (fragments, view, section) =>
            fragments.RenderAsync<RecordSection>(new { View = view, Section = section });

    /// <summary>A partial view with what is changed without opening a form.</summary>
    public string? InPlace { get; init; }

    /// <summary>What can be done to many at once, besides archiving and restoring.</summary>
    public IReadOnlyList<BulkCommand> BulkCommands { get; init; } = [];

    /// <summary>A partial view with the menus of these commands.</summary>
    public string? BulkMenus { get; init; }

    /// <summary>A partial view beside the list's search, such as suggestions.</summary>
    public string? BesideSearch { get; init; }
}

/// <summary>A word or two beside a name.</summary>
public sealed record Badge(string Icon, string Text);
