using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Herd;

sealed class HerdOutcome
{
    readonly Samples answered = new();
    readonly Samples last = new();
    readonly List<Change> changes = [];
    TimeSpan spent;

    internal void Add(Change change, TimeSpan cost)
    {
        answered.Add(change.Answered);
        last.Add(change.Last);
        changes.Add(change);
        spent += cost;
    }

    internal string[] Cells =>
        [
            Report.Whole(changes.Count),
            Samples.Words(answered.At(50)),
            Samples.Words(last.At(50)),
            Samples.Words(last.At(95)),
            Samples.Words(last.At(100)),
            (spent / changes.Count).TotalSeconds.ToString(
                "0.000",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            Samples.Words(changes.Average(change => change.Questions)),
            Samples.Words(changes.Average(change => change.Pushes)),
            Report.Whole(changes.Sum(change => change.Wrong)),
        ];
}
