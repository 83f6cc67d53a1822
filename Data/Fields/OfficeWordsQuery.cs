namespace StaffDashboard.Data.Fields;

public static class OfficeWordsQuery
{
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
        foreach (
            var list in fields
                .Select(field => field.Type)
                .OfType<ChoiceType>()
                .Select(type => type.List)
                .Distinct()
        )
            words = words.With(list, await list.Read(office, stop));
        return words;
    }
}
