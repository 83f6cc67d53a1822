using System.Globalization;

namespace StaffDashboard.Web.Pages.Shared;

public static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var ends = words.Length > 1 ? [words[0], words[^1]] : words;
        return string.Concat(ends.Select(word => StringInfo.GetNextTextElement(word)))
            .ToUpperInvariant();
    }
}
