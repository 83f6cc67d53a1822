using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Account;

static class PersonName
{
    const int Longest = 120;

    public static string? Problem(string? name)
    {
        var clean = CleanText.Of(name ?? "");
        return clean.Length == 0 ? "Enter your name, as colleagues know it."
            : clean.Length > Longest
                ? $"Enter a name of at most {Longest} characters; this has {clean.Length}."
            : clean.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029')
                ? "Enter a name on one line."
            : null;
    }
}
