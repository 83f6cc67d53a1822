using System.Text.Json;

namespace StaffDashboard.Data.Problems;

/// <summary>
/// What a page tells of itself with a report. Only what is named here is kept, each shortened: what stands in a field
/// has no place in it, whatever a page sends.
/// </summary>
public sealed record ProblemContext
{
    public const int MostSteps = 20;
    const int Longest = 120;
    const int LongestText = 100_000;

    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public string Error { get; init; } = "";
    public string Browser { get; init; } = "";
    public string Window { get; init; } = "";
    public List<ProblemStep> Steps { get; init; } = [];
    public List<ProblemStep> Line { get; init; } = [];

    public string ToJson() => JsonSerializer.Serialize(this, Web);

    public static ProblemContext Read(string? json)
    {
        try
        {
            return json is { Length: > 0 and < LongestText }
                ? Short(JsonSerializer.Deserialize<ProblemContext>(json, Web) ?? new())
                : new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    static ProblemContext Short(ProblemContext told) =>
        new()
        {
            Error = Short(told.Error, 300),
            Browser = Short(told.Browser, 300),
            Window = Short(told.Window, 40),
            Steps = Short(told.Steps),
            Line = Short(told.Line),
        };

    static List<ProblemStep> Short(List<ProblemStep>? steps) =>
        [
            .. (steps ?? [])
                .OfType<ProblemStep>()
                .TakeLast(MostSteps)
                .Select(step => new ProblemStep(
                    step.At,
                    Short(step.Kind, 20),
                    Short(step.Name, Longest)
                )),
        ];

    static string Short(string? text, int longest) => CleanText.Beginning(text ?? "", longest);
}

/// <summary>Something that happened on the page, by name.</summary>
public sealed record ProblemStep(DateTimeOffset At, string Kind, string Name);
