using System.Text.Json;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>What was answered: enough to say the same again. Never a cookie.</summary>
sealed record KeptAnswer(int Status, Dictionary<string, string> Headers, byte[] Body)
{
    /// <summary>A longer one is not kept: the repeat is told that it was saved.</summary>
    public const int MostBytes = 256 * 1024;

    static readonly string[] Meaningful =
    [
        "Location",
        "Content-Type",
        "ETag",
        "Vary",
        "Cache-Control",
    ];

    public static KeptAnswer? Of(HttpResponse response, MemoryStream body) =>
        body.Length > MostBytes
            ? null
            : new(
                response.StatusCode,
                response
                    .Headers.Where(h => IsMeaningful(h.Key))
                    .ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.Ordinal),
                body.ToArray()
            );

    /// <summary>What would have been said, before something else is.</summary>
    public static void TakeBack(HttpResponse response)
    {
        foreach (var header in response.Headers.Where(header => IsMeaningful(header.Key)).ToList())
            response.Headers.Remove(header.Key);
        response.StatusCode = StatusCodes.Status200OK;
    }

    public string HeadersAsJson => JsonSerializer.Serialize(Headers);

    public static Dictionary<string, string> HeadersOf(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];

    static bool IsMeaningful(string name) =>
        name.StartsWith("HX-", StringComparison.OrdinalIgnoreCase)
        || Meaningful.Contains(name, StringComparer.OrdinalIgnoreCase);
}
