using System.Security.Cryptography;
using System.Text.Json;

namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>Generated once, kept in a file that only its owner can read.</summary>
sealed record Passwords(string Superuser, string Owner, string App, string Backup)
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    internal static Passwords ReadOrCreate(string file)
    {
        if (File.Exists(file))
            return JsonSerializer.Deserialize<Passwords>(File.ReadAllText(file))
                ?? throw new StartRefused(
                    StartRefused.BadSetting,
                    $"{file} is empty: put it back from a backup."
                );
        var made = new Passwords(Make(), Make(), Make(), Make());
        Write(file + ".new", JsonSerializer.Serialize(made));
        File.Move(file + ".new", file);
        return made;
    }

    /// <summary>The mode is given at creation: a file narrowed afterwards was readable for a moment.</summary>
    internal static void Write(string file, string text)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        File.Delete(file);
        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }

    static string Make() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
