using StaffDashboard.Data.Alarms.Kinds;

namespace StaffDashboard.Data.Alarms;

/// <summary>All that is watched. Something new is one line here.</summary>
public static class AlarmKinds
{
    public static readonly AlarmKind[] All =
    [
        new SlowSaving { Threshold = 2, WindowMinutes = 5 },
        new ManyErrors
        {
            Threshold = 10,
            WindowMinutes = 5,
            Most = 100,
        },
        new Contradictions { Threshold = 3, WindowMinutes = 10 },
        new LateNotices { Threshold = 2 },
        new LostNode { Threshold = 60 },
        new FailingJob { Threshold = 3, IsReached = true },
        new OldQueue { Threshold = 10 },
        new MissingReport { Threshold = 1 },
        new FullDisk { Threshold = 90, Most = 100 },
        new FullDatabase { Threshold = 20 },
        new RefusedSignIns { Threshold = 20, WindowMinutes = 10 },
    ];

    public static AlarmKind? Named(string? name) => Array.Find(All, kind => kind.Name == name);
}
