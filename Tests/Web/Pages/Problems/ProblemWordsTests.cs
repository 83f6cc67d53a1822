using StaffDashboard.Data.Problems;
using StaffDashboard.Web.Pages.Problems;

namespace StaffDashboard.Tests.Web.Pages.Problems;

public class ProblemWordsTests
{
    [Theory]
    [InlineData(ProblemState.New, "", "New")]
    [InlineData(ProblemState.New, "We are on it.", "New, answered")]
    [InlineData(ProblemState.Solved, "Mended.", "Solved")]
    public void What_was_answered_says_so(ProblemState state, string answer, string word) =>
        Assert.Equal(
            word,
            ProblemWords.Of(new ProblemReport { State = state, Answer = answer }).Word
        );
}
