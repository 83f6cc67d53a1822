using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>A line of person_minutes: what one report adds to it.</summary>
sealed record PersonMinute(
    DateTimeOffset Minute,
    int Confirms,
    double ConfirmMs,
    double ConfirmMax,
    int Swaps,
    double SwapMs,
    double SwapMax,
    int Failures,
    int Rollbacks,
    int Conflicts,
    int Retries,
    int FailedSwaps,
    int Refreshes,
    int Reconnects,
    float Live,
    float Poor,
    float Polling,
    float Offline,
    int QueueMost,
    float QueueAge
)
{
    internal static PersonMinute Of(DateTimeOffset minute, IReadOnlyList<ReportedFigure> figures)
    {
        var (confirmed, seen) = (Values(Figure.Confirmed), Values(Figure.Seen));
        return new(
            minute,
            confirmed.Length,
            confirmed.Sum(),
            confirmed.DefaultIfEmpty().Max(),
            seen.Length,
            seen.Sum(),
            seen.DefaultIfEmpty().Max(),
            figures
                .Where(one =>
                    one.Name == Figure.Failed && !SaveFailures.Answers.Contains(one.Label)
                )
                .Sum(one => one.Count!.Value),
            Count(Figure.RolledBack),
            Count(Figure.Conflict),
            Count(Figure.Retry),
            Count(Figure.FailedSwap),
            Count(Figure.Refresh),
            Count(Figure.Reconnect),
            Seconds("live"),
            Seconds("poor"),
            Seconds("polling"),
            Seconds("offline"),
            (int)Values(Figure.Queue).DefaultIfEmpty().Max(),
            (float)Values(Figure.QueueAge).DefaultIfEmpty().Max()
        );

        double[] Values(string name) =>
            [.. figures.Where(one => one.Name == name).SelectMany(one => one.Values!)];
        int Count(string name) =>
            figures.Where(one => one.Name == name).Sum(one => one.Count!.Value);
        float Seconds(string state) =>
            (float)
                figures
                    .Where(one => one.Name == Figure.State && one.Label == state)
                    .Sum(one => one.Values!.Sum());
    }
}
