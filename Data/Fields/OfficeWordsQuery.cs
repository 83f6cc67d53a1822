namespace StaffDashboard.Data.Fields;

public static class OfficeWordsQuery
{
    /// <summary>What the values of these fields are chosen from.</summary>
    public static IEnumerable<ChoiceList> Lists(this IEnumerable<Field> fields) =>
        fields.Select(field => field.Type.List).OfType<ChoiceList>().Distinct();

    /// <summary>Only what these fields are read and shown by: most forms need no list at all.</summary>
    public static async Task<OfficeWords> WordsAsync(
        this Office office,
        IEnumerable<Field> fields,
        string countryCode,
        CancellationToken stop
    )
    {
        var words = OfficeWords.Plain with
        {
            CountryCode = countryCode,
            Currency = office.Currency,
        };
        foreach (var list in fields.Lists())
            words = words.With(list, await list.Read(office, stop));
        return words;
    }
}
