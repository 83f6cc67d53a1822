namespace StaffDashboard.Data.Fields;

/// <summary>What this office calls things: what may be chosen, the country its phones are in, and its currency.</summary>
public sealed record OfficeWords(
    IReadOnlyDictionary<ChoiceList, IReadOnlyDictionary<Guid, string>> Lists,
    string CountryCode
)
{
    static readonly TimeSpan Easternmost = TimeSpan.FromHours(14);
    static readonly Dictionary<Guid, string> Nothing = [];

    public string Currency { get; init; } = Money.Euro;

    /// <summary>After this day nothing has happened yet, in whichever zone.</summary>
    public DateOnly LatestDay { get; private init; } = DateOnly.MaxValue;

    public IReadOnlyDictionary<Guid, string> Of(ChoiceList list) =>
        Lists.GetValueOrDefault(list, Nothing);

    public OfficeWords With(ChoiceList list, IReadOnlyDictionary<Guid, string> choices) =>
        this with
        {
            Lists = new Dictionary<ChoiceList, IReadOnlyDictionary<Guid, string>>(Lists)
            {
                [list] = choices,
            },
        };

    public OfficeWords At(TimeProvider clock) =>
        this with
        {
            LatestDay = DateOnly.FromDateTime((clock.GetUtcNow() + Easternmost).UtcDateTime),
        };

    public static readonly OfficeWords Plain = new(
        new Dictionary<ChoiceList, IReadOnlyDictionary<Guid, string>>(),
        "49"
    );
}
