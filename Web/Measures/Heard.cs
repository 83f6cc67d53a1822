using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;
using Names = StaffDashboard.Data.Measures.Figure;

namespace StaffDashboard.Web.Measures;

/// <summary>An instrument of .NET that is kept as a figure of ours.</summary>
/// <param name="Tag">The tag whose value becomes the label.</param>
/// <param name="Kept">How its values become a line.</param>
sealed record Heard(
    string Meter,
    string Instrument,
    string Figure,
    string? Tag,
    Kept Kept = Kept.Plain
)
{
    /// <summary>All that is kept. A further figure is a line here.</summary>
    internal static readonly Heard[] All =
    [
        new(MeasureMeter.Name, "operation.duration", Names.Request, "operation", Kept.Distributed),
        new(MeasureMeter.Name, "answer.duration", Names.Answer, null, Kept.Distributed),
        new(MeasureMeter.Name, "answer.queries", Names.AnswerQueries, null),
        new(MeasureMeter.Name, "answer.database", Names.AnswerDatabase, null),
        new(MeasureMeter.Name, "operation.errors", Names.RequestError, "cause", Kept.Counted),
        new(MeasureMeter.Name, "database.duration", Names.Database, "operation"),
        new(LiveMeter.Name, "live.lag", Names.Lag, null, Kept.Distributed),
        new(LiveMeter.Name, "live.fragments", Names.Fragment, "outcome", Kept.Counted),
        new(LiveMeter.Name, "live.connections", Names.Connections, "transport"),
        new("StaffDashboard.Mail", "mail", Names.Mail, "outcome", Kept.Counted),
        new(AccessMeter.Name, "sign-in.refused", Names.RefusedSignIn, null, Kept.Counted),
        new("Npgsql", "db.client.connection.count", Names.Pool, "db.client.connection.state"),
        new("System.Runtime", "dotnet.process.memory.working_set", Names.Memory, null),
        new(
            "System.Runtime",
            "dotnet.gc.collections",
            Names.Collections,
            "gc.heap.generation",
            Kept.Grown
        ),
    ];
}

enum Kept
{
    /// <summary>Each value once: the sum and the largest.</summary>
    Plain,

    /// <summary>Milliseconds, with a distribution.</summary>
    Distributed,

    /// <summary>The value says how often it happened.</summary>
    Counted,

    /// <summary>The value says how often it happened since the program began.</summary>
    Grown,
}
