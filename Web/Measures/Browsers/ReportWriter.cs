using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>
/// Writes down what a browser reported: the page as it stands and the person's own lines in one round trip, under their
/// own name, and what counts for the office into this node's minutes.
/// </summary>
sealed partial class ReportWriter(
    Minutes minutes,
    MeasureMeter meter,
    NpgsqlDataSource database,
    Node node,
    TimeProvider clock
)
{
    /// <returns>False when that browser is somebody else's.</returns>
    internal async Task<bool> WriteAsync(
        Report report,
        Viewer viewer,
        string agent,
        CancellationToken stop
    )
    {
        var now = clock.GetUtcNow();
        var told = report
            .Minutes.GroupBy(minute => Minutes.MinuteOf(Ago(now, minute.Age)))
            .Select(same =>
                (Minute: same.Key, Figures: same.SelectMany(one => one.Figures).ToList())
            )
            .ToList();
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(
            new(ReportSql.Whose) { Parameters = { new() { Value = viewer.Id!.Value.ToString() } } }
        );
        var isEmpty = told.Count == 0 && report.Events.Length == 0;
        var hello = new NpgsqlBatchCommand(isEmpty ? ReportSql.Empty : ReportSql.Whole);
        AddPage(hello.Parameters, report, viewer, agent, now);
        if (!isEmpty)
            AddLines(
                hello.Parameters,
                [.. told.Select(one => PersonMinute.Of(one.Minute, one.Figures))],
                report.Events,
                now
            );
        batch.BatchCommands.Add(hello);
        var (isNew, isOwn) = await SendAsync(batch, stop);
        if (isNew)
            Count(told);
        return isNew || isOwn;
    }

    static async Task<(bool IsNew, bool IsOwn)> SendAsync(NpgsqlBatch batch, CancellationToken stop)
    {
        try
        {
            await using var answer = await batch.ExecuteReaderAsync(stop);
            await answer.NextResultAsync(stop);
            await answer.ReadAsync(stop);
            return (answer.GetBoolean(0), answer.GetBoolean(1));
        }
        catch (PostgresException locked)
            when (locked.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return (false, false);
        }
    }

    void Count(List<(DateTimeOffset Minute, List<ReportedFigure> Figures)> told)
    {
        foreach (var (minute, figures) in told)
        foreach (var figure in figures)
        {
            var known = BrowserFigure.Find(figure.Name)!;
            foreach (var value in figure.Values ?? [])
                minutes.Add(minute, figure.Name, figure.Label, 1, value, known.IsDistributed);
            if (figure.Count is { } times)
                minutes.Add(minute, figure.Name, figure.Label, times, 1, false);
            foreach (var value in figure.Values ?? [figure.Count ?? 0])
                meter.Told(figure.Name, figure.Label, value);
        }
    }

    void AddPage(
        NpgsqlParameterCollection to,
        Report report,
        Viewer viewer,
        string agent,
        DateTimeOffset now
    )
    {
        var page = report.Page;
        Add(to, report.Browser);
        Add(to, viewer.Id!.Value);
        Add(to, node.Id);
        Add(to, page.Leaving ? "closed" : page.State);
        Add(to, page.Transport);
        Add(to, page.Latency, NpgsqlDbType.Double);
        Add(to, page.Waiting);
        Add(to, page.Oldest is { } age ? Ago(now, age) : null, NpgsqlDbType.TimestampTz);
        Add(to, Id().Replace(CleanText.Of(page.Path.Split('?', '#')[0]), "{id}"));
        Add(to, agent);
        Add(to, CleanText.Of(page.Version));
        Add(to, Ago(now, page.Opened));
        Add(to, now);
        Add(to, report.Id);
    }

    static void AddLines(
        NpgsqlParameterCollection to,
        PersonMinute[] lines,
        ReportedEvent[] events,
        DateTimeOffset now
    )
    {
        All(line => line.Minute);
        All(line => line.Confirms);
        All(line => line.ConfirmMs);
        All(line => line.ConfirmMax);
        All(line => line.Swaps);
        All(line => line.SwapMs);
        All(line => line.SwapMax);
        All(line => line.Failures);
        All(line => line.Rollbacks);
        All(line => line.Conflicts);
        All(line => line.Retries);
        All(line => line.FailedSwaps);
        All(line => line.Refreshes);
        All(line => line.Reconnects);
        All(line => line.Live);
        All(line => line.Poor);
        All(line => line.Polling);
        All(line => line.Offline);
        All(line => line.QueueMost);
        All(line => line.QueueAge);
        Add(to, events.Select(one => Ago(now, one.Age)).ToArray());
        Add(to, events.Select(one => one.Kind).ToArray());
        Add(to, events.Select(one => CleanText.Of(one.Detail)).ToArray());
        Add(to, events.Select(one => one.Ms).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Double);

        void All<T>(Func<PersonMinute, T> value) => Add(to, lines.Select(value).ToArray());
    }

    static void Add(NpgsqlParameterCollection to, object value) => to.Add(new() { Value = value });

    static void Add(NpgsqlParameterCollection to, object? value, NpgsqlDbType type) =>
        to.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });

    static DateTimeOffset Ago(DateTimeOffset now, double milliseconds) =>
        now - TimeSpan.FromMilliseconds(milliseconds);

    [GeneratedRegex(
        "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
        RegexOptions.None,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Id();
}
