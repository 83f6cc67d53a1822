using System.Security.Cryptography;
using System.Text;

namespace StaffDashboard.Web.Access.Passwords;

/// <summary>
/// What is guessed first, whatever its capitals. Looked up by a binary search in the program's own file, which the
/// system maps: nothing of it is copied into memory. See common-passwords.md beside this.
/// </summary>
static class CommonPasswords
{
    const int HashBytes = 5;

    public static long Count
    {
        get
        {
            using var hashes = Open();
            return hashes.Length / HashBytes;
        }
    }

    public static bool Contains(string password)
    {
        var folded = Encoding.UTF8.GetBytes(password.Trim().ToLowerInvariant());
        var wanted = SHA256.HashData(folded).AsSpan(0, HashBytes);
        using var hashes = Open();
        Span<byte> found = stackalloc byte[HashBytes];
        var (low, high) = (0L, hashes.Length / HashBytes - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            hashes.Position = middle * HashBytes;
            hashes.ReadExactly(found);
            var order = found.SequenceCompareTo(wanted);
            if (order == 0)
                return true;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return false;
    }

    static Stream Open() =>
        typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.bin")!;
}
