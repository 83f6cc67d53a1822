namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>The database does not know how much room it has: an Admin does.</summary>
public sealed record FullDatabase()
    : AlarmKind("database", "The database grows full", "The database is over {0} large", "GB")
{
    public override async Task<IReadOnlyList<Measured>> MeasureAsync(
        Look look,
        CancellationToken stop
    ) =>
        Measured.Only(
            await look.OneAsync(
                $"""select pg_database_size(current_database()) / 1e9 as "Value" """,
                stop
            )
        );
}
