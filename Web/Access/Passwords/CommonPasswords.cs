using System.Collections.Frozen;

namespace StaffDashboard.Web.Access.Passwords;

/// <summary>The 10,000 that are guessed first, whatever their capitals. See common-passwords.md beside this.</summary>
static class CommonPasswords
{
    static readonly Lazy<FrozenSet<string>> All = new(Read);

    public static int Count => All.Value.Count;

    public static bool Contains(string password) => All.Value.Contains(password.Trim());

    static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(
            "common-passwords.txt"
        )!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
