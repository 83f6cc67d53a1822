namespace StaffDashboard.Data.Conflicts;

/// <summary>Two people changed one value: what becomes of it, given what it was when mine began.</summary>
public static class Merge
{
    public static Merged Of(string was, string mine, string now) =>
        mine == now ? new(now, IsConflict: false)
        : mine == was ? new(now, IsConflict: false)
        : now == was ? new(mine, IsConflict: false)
        : new(mine, IsConflict: true);
}

public readonly record struct Merged(string Value, bool IsConflict);
