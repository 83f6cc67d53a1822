using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Problems;

public static class ProblemReportFields
{
    const int LongestAnswer = 4000;
    static readonly Section Answer = new("Answer", UserRole.Admin, UserRole.Manager);

    /// <param name="reporter">Who will read the answer.</param>
    public static IReadOnlyList<Field> Of(string reporter) =>
        [
            new Field<ProblemReport>(
                "State",
                "state",
                "State",
                Answer,
                new EnumType<ProblemState>(state => state.ToString()) { AskedAs = Control.Radios },
                r => r.State.ToString(),
                (r, v) => r.State = Enum.Parse<ProblemState>(v)
            )
            {
                Width = "all",
            },
            new Field<ProblemReport>(
                "Answer",
                "answer",
                "Answer",
                Answer,
                new TextType(LongestAnswer, Control.MultiLine) { IsNeverNull = true },
                r => r.Answer,
                (r, v) => r.Answer = v
            )
            {
                Hint = $"{reporter} sees it under “Your reports”.",
                Width = "all",
            },
        ];
}
