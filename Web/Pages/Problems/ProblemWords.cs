using StaffDashboard.Data.Problems;

namespace StaffDashboard.Web.Pages.Problems;

public static class ProblemWords
{
    public const string Done = "Reported. Our team will look into it.";

    public static (string Word, string Tone) State(ProblemState state) =>
        state switch
        {
            ProblemState.New => ("New", "attention"),
            ProblemState.Looking => ("Looking", "waiting"),
            _ => ("Solved", "good"),
        };
}
