using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>
/// What the fields of an open form were when it was opened, for the address that asks what has changed since. Sealed,
/// for addresses stand in logs, and whoever reads a plain hash of a phone number need only try all of them.
/// </summary>
public sealed class FormStart(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("StaffDashboard.FormStart");

    // Hashed as well, for what stands there may be long.
    public string Of(IEnumerable<(string Key, string Was)> fields) =>
        protector.Protect(string.Join(',', fields.Select(f => $"{f.Key}:{Hash(f.Was)}")));

    /// <summary>The keys of what is not any more what it was. None, where nobody can say what it was.</summary>
    public IReadOnlySet<string> Changed(string? start, IEnumerable<(string Key, string Now)> fields)
    {
        var was = Open(start).Split(',').ToHashSet(StringComparer.Ordinal);
        var known = was.Select(each => each.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return fields
            .Where(field => known.Contains(field.Key))
            .Where(field => !was.Contains($"{field.Key}:{Hash(field.Now)}"))
            .Select(field => field.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    string Open(string? start)
    {
        try
        {
            return protector.Unprotect(start ?? "");
        }
        catch (CryptographicException)
        {
            return "";
        }
    }

    static string Hash(string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 8));
}
