using System.Globalization;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>Names one submission: the same key does one thing once, however often it is sent.</summary>
public static class Key
{
    public const string Header = "Idempotency-Key";

    /// <summary>Of a form that is sent without script; the header wins over it.</summary>
    public const string Field = "__Key";

    /// <summary>On an answer that was given before.</summary>
    public const string Replayed = "Idempotent-Replay";

    internal static async Task<string?> ReadAsync(HttpRequest request) =>
        request.Headers[Header].ToString() is { Length: > 0 } header ? header
        : request.HasFormContentType
        && (await request.ReadFormAsync()).TryGetValue(Field, out var field)
            ? field.ToString()
        : null;

    internal static bool TryParse(string text, out Guid key) =>
        Guid.TryParse(text, CultureInfo.InvariantCulture, out key);
}
