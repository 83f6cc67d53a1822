using System.Security.Cryptography;
using System.Text.Json;

namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>Generated once, kept in a file that only its owner can read.</summary>
sealed record Passwords(string Superuser, string Owner, string App, string Backup)
{
    /// <param name="isNeeded">There is a database that only these open. Until it is made, others will do.</param>
    internal static Passwords ReadOrCreate(string file, bool isNeeded)
    {
        if (File.Exists(file) && Read(file) is { } kept)
            return kept;
        if (isNeeded)
            throw new StartRefused(
                StartRefused.BadSetting,
                $"{file} is missing or damaged, and only its passwords open the database beside it: put it back from a backup."
            );
        var made = new Passwords(Make(), Make(), Make(), Make());
        DurableFile.Write(file, JsonSerializer.Serialize(made));
        return made;
    }

    static Passwords? Read(string file)
    {
        try
        {
            return
                JsonSerializer.Deserialize<Passwords>(File.ReadAllText(file))
                    is {
                        Superuser: not null,
                        Owner: not null,
                        App: not null,
                        Backup: not null
                    } kept
                ? kept
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string Make() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
