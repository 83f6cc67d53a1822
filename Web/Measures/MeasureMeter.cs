using System.Diagnostics.Metrics;

namespace StaffDashboard.Web.Measures;

/// <summary>The figures of this room.</summary>
sealed class MeasureMeter
{
    internal const string Name = "StaffDashboard.Measures";

    readonly Histogram<double> operations;
    readonly Histogram<double> answers;
    readonly Histogram<int> queriesOfEach;
    readonly Histogram<double> databaseOfEach;
    readonly Counter<long> errors;
    readonly Histogram<double> queries;
    readonly Histogram<double> browsers;

    public MeasureMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        operations = meter.CreateHistogram<double>(
            "operation.duration",
            "ms",
            "A request, until it is answered"
        );
        answers = meter.CreateHistogram<double>("answer.duration", "ms", "Any request");
        queriesOfEach = meter.CreateHistogram<int>(
            "answer.queries",
            description: "Queries of one request"
        );
        databaseOfEach = meter.CreateHistogram<double>(
            "answer.database",
            "ms",
            "All queries of one request together"
        );
        errors = meter.CreateCounter<long>("operation.errors", description: "Requests that failed");
        queries = meter.CreateHistogram<double>(
            "database.duration",
            "ms",
            "A query, until it is read"
        );
        browsers = meter.CreateHistogram<double>(
            "browser.figure",
            description: "What browsers told, by its name"
        );
    }

    internal void Answered(
        string operation,
        TimeSpan duration,
        int queriesAsked,
        TimeSpan inDatabase
    )
    {
        operations.Record(duration.TotalMilliseconds, Tag("operation", operation));
        answers.Record(duration.TotalMilliseconds);
        queriesOfEach.Record(queriesAsked);
        databaseOfEach.Record(inDatabase.TotalMilliseconds);
    }

    internal void Failed(string cause, string operation) =>
        errors.Add(1, Tag("cause", cause), Tag("operation", operation));

    internal void Asked(string operation, TimeSpan duration) =>
        queries.Record(duration.TotalMilliseconds, Tag("operation", operation));

    internal void Told(string name, string label, double value) =>
        browsers.Record(value, Tag("name", name), Tag("label", label));

    static KeyValuePair<string, object?> Tag(string key, string value) => new(key, value);
}
