namespace StaffDashboard.Tests.Histories;

/// <summary>One save of somebody's, with what the fields were when they began, and what became of it.</summary>
sealed class Submission(
    int number,
    string by,
    Guid person,
    string path,
    (string Name, string Value)[] fields
)
{
    public int Number => number;
    public string By => by;
    public Guid Person => person;
    public string Path => path;
    public (string Name, string Value)[] Fields => fields;

    /// <summary>A press, which shows at once.</summary>
    public bool IsOptimistic => path.EndsWith("/work", StringComparison.Ordinal);

    public TaskCompletionSource<string> Said { get; set; } = new();

    public bool IsConfirmed { get; private set; }
    public int Status { get; private set; }

    /// <summary>The page that asks, where two had changed the same.</summary>
    public string Question { get; private set; } = "";

    public string this[string field] => fields.FirstOrDefault(f => f.Name == field).Value ?? "";

    public string Was(string field) => this[$"Was[{field}]"];

    /// <summary>What it would put there: nothing where it was left as it was, or given up for the other's.</summary>
    public bool Wants(string field) =>
        this[field] != Was(field) && this[$"Choice[{field}]"] != "theirs";

    public void Answered(int status, string text) =>
        (Status, Question, IsConfirmed) = (status, text, status < 400);

    public void Ended(string became, string? cause)
    {
        IsConfirmed = became == "sent";
        Status =
            IsConfirmed ? 200
            : cause == "conflict" ? 409
            : 0;
    }

    public override string ToString() =>
        $"#{number} {by} {path} {string.Join(' ', fields.Select(f => $"{f.Name}={f.Value}"))} → {Status}";
}
