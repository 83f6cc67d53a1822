namespace StaffDashboard.Data.Measures;

/// <summary>The names of what is measured: the `name` of measure_minutes and measure_hours, and what their labels say.</summary>
public static class Figure
{
    /// <summary>Milliseconds with a distribution; the label is the operation, "GET /team/{id}".</summary>
    public const string Request = "request";

    /// <summary>Milliseconds with a distribution: every request, whatever was asked.</summary>
    public const string Answer = "answer";

    /// <summary>Queries of one request.</summary>
    public const string AnswerQueries = "answer.queries";

    /// <summary>Milliseconds that one request's queries took together.</summary>
    public const string AnswerDatabase = "answer.database";

    /// <summary>The label is the cause: validation, conflict, gone, forbidden, too-many, fault, database, time-out.</summary>
    public const string RequestError = "request.error";

    /// <summary>Count of queries and milliseconds in the database; the label is the operation.</summary>
    public const string Database = "database";

    /// <summary>Milliseconds with a distribution, from a change to its notice.</summary>
    public const string Lag = "lag";

    /// <summary>The label is hit, miss or bypass.</summary>
    public const string Fragment = "fragment";

    /// <summary>Sampled: sum / count is the mean. The label is the transport.</summary>
    public const string Connections = "connections";

    /// <summary>Sampled bytes.</summary>
    public const string Memory = "memory";

    /// <summary>Sampled connections of the pool; the label is busy or idle.</summary>
    public const string Pool = "pool";

    /// <summary>Collections; the label is the generation.</summary>
    public const string Collections = "gc";

    /// <summary>The label is sent or failed.</summary>
    public const string Mail = "mail";
    public const string RefusedSignIn = "sign-in.refused";

    /// <summary>From the browsers. Milliseconds with a distribution: save → confirmed. Its count is the saves that went well.</summary>
    public const string Confirmed = "sync.confirmed";

    /// <summary>Milliseconds with a distribution: committed → to be seen in another browser.</summary>
    public const string Seen = "sync.seen";

    /// <summary>Saves that failed; the label is the cause: one of wwwroot/troubles.json.</summary>
    public const string Failed = "sync.failed";
    public const string RolledBack = "sync.rolled-back";
    public const string Conflict = "sync.conflict";
    public const string Retry = "sync.retry";
    public const string FailedSwap = "sync.failed-swap";
    public const string Refresh = "sync.refresh";
    public const string Reconnect = "sync.reconnect";

    /// <summary>Seconds; the label is the state: live, poor, polling, offline, …</summary>
    public const string State = "sync.state";

    /// <summary>Changes that wait: sampled.</summary>
    public const string Queue = "sync.queue";

    /// <summary>Seconds the oldest has waited: sampled.</summary>
    public const string QueueAge = "sync.queue-age";
}
