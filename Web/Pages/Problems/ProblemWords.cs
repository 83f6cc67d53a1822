using StaffDashboard.Data.Problems;

namespace StaffDashboard.Web.Pages.Problems;

public static class ProblemWords
{
    public const string Done = "Reported. Our team will look into it.";

    public static (string Word, string Tone) Of(ProblemReport report) =>
        report is { State: ProblemState.New, Answer.Length: > 0 }
            ? ("New, answered", "waiting")
            : State(report.State);

    public static (string Word, string Tone) State(ProblemState state) =>
        state switch
        {
            ProblemState.New => ("New", "attention"),
            ProblemState.Looking => ("Looking", "waiting"),
            _ => ("Solved", "good"),
        };
}
