namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>Two places of the program that said different things of the same.</summary>
public sealed record Contradictions()
    : AlarmKind(
        "inconsistencies",
        "Pages contradict each other",
        "Over {0} are found within {1}",
        "contradictions"
    )
{
    public override async Task<IReadOnlyList<Measured>> MeasureAsync(
        Look look,
        CancellationToken stop
    ) =>
        Measured.Only(
            await look.OneAsync(
                // Nobody rings it alone: the server has only their word for what their window shows.
                $"""select count(distinct coalesce(user_id, id))::float8 as "Value" from inconsistencies where at >= {look.From} and at <= {look.Now}""",
                stop
            )
        );
}
