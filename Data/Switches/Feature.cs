namespace StaffDashboard.Data.Switches;

/// <summary>Something new that can be given to some before it is given to all.</summary>
/// <param name="Name">As scripts and rows know it.</param>
/// <param name="Text">What somebody has who has it, in a clerk's words.</param>
public sealed record Feature(string Name, string Label, string Text)
{
    public const string Optimistic = "optimistic";
    public const string Queue = "queue";
    public const string OfflineReading = "offline-reading";
    public const string PushedFragments = "pushed-fragments";

    public static readonly Feature[] All =
    [
        new(
            Optimistic,
            "Changes show at once",
            "What you change is to be seen before the office has confirmed it, and is taken back when it is refused."
        ),
        new(
            Queue,
            "Changes wait for the line",
            "Without a connection, changes wait in the browser and are sent as soon as it is back."
        ),
        new(
            OfflineReading,
            "Pages open without a line",
            "The pages you saw last can be read without a connection, with the time they are from."
        ),
        new(
            PushedFragments,
            "Changes arrive by themselves",
            "What others change is sent along with the notice, instead of being asked for once more."
        ),
    ];

    public static Feature? Named(string? name) => Array.Find(All, feature => feature.Name == name);
}
