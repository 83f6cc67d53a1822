namespace StaffDashboard.Tests.Fuzz;

/// <summary>What made the program fail, who sent it, and how to make it fail once more.</summary>
sealed record FuzzFailure(int Seed, string Who, int Number, string Request, string Answer)
{
    /// <summary>The line of ours that failed, so that one fault is told once.</summary>
    internal static string CauseOf(string answer) =>
        answer
            .Split('\n')
            .FirstOrDefault(line => line.Contains(" StaffDashboard.", StringComparison.Ordinal))
        ?? answer;

    public override string ToString() =>
        $"""
            FUZZ_SEED={Seed} finds it again: request {Number} of {Who} was answered {Answer}

            {Request}
            """;
}
