namespace StaffDashboard.Web.Messaging.Reports;

/// <summary>Causes of trouble as a letter names them.</summary>
static class CauseWords
{
    static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["line"] = "No connection",
        ["time-out"] = "No answer in time",
        ["validation"] = "Refused by a rule",
        ["conflict"] = "Changed by somebody else meanwhile",
        ["gone"] = "No longer there",
        ["forbidden"] = "Not allowed",
        ["too-many"] = "Too many requests",
        ["signed-out"] = "Signed out",
        ["fault"] = "Fault of the program",
        ["database"] = "Database away",
        ["unknown-outcome"] = "Answer to a save lost",
        ["maybe-saved"] = "Answer to a save lost for good",
        ["line-poisoned"] = "Given up after three tries",
        ["other"] = "Something else",
    };

    public static string Of(string cause) => Words.GetValueOrDefault(cause, cause);
}
