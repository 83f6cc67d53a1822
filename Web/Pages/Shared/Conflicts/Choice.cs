namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>What somebody decided about a field that two people changed: mine, theirs, or something else.</summary>
public sealed record Choice(string Pick, string Edited)
{
    public const string Mine = "mine";
    public const string Theirs = "theirs";
    public const string Edit = "edit";

    /// <summary>Where there is no script to show the result at once.</summary>
    public const string Preview = "Preview";

    public static readonly Choice Undecided = new(Mine, "");

    /// <summary>What one typed oneself is not what is kept.</summary>
    public bool GivesUpMine => Pick is Theirs or Edit;

    public static string NameOf(string key) => $"Choice[{key}]";

    public static string EditedNameOf(string key) => $"Edited[{key}]";

    /// <summary>What the field was when the form was opened, before somebody else was found to have changed it.</summary>
    public static string OpenedNameOf(string key) => $"Opened[{key}]";

    /// <summary>Null when nothing was asked about this field.</summary>
    public static Choice? Read(IFormCollection posted, string key) =>
        posted.TryGetValue(NameOf(key), out var pick)
            ? new(pick.ToString(), posted[EditedNameOf(key)].ToString().ReplaceLineEndings("\n"))
            : null;

    public string Of(string mine, string theirs) =>
        Pick switch
        {
            Theirs => theirs,
            Edit => Edited,
            _ => mine,
        };
}
