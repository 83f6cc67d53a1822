namespace StaffDashboard.Data.Measures;

/// <summary>Saves that failed because something is wrong. A typing error that a form points out is an answer, not a failure.</summary>
public static class SaveFailures
{
    /// <summary>Mistyped, changed by someone else, no longer there, not allowed, signed out.</summary>
    public static readonly string[] Answers =
    [
        "validation",
        "conflict",
        "gone",
        "forbidden",
        "signed-out",
    ];

    public static long Count(Totals totals) => totals.Count(Figure.Failed) - Answered(totals);

    public static long Answered(Totals totals) =>
        Answers.Sum(cause => totals.Count(Figure.Failed, cause));
}
