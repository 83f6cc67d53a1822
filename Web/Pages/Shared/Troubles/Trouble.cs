using System.Text.Json;

namespace StaffDashboard.Web.Pages.Shared.Troubles;

/// <summary>What went wrong, in a clerk's words. The table is wwwroot/troubles.json, for the browser as for us.</summary>
/// <param name="Reading">Where nothing was sent, so that nothing can be lost.</param>
/// <param name="Action">What helps: retry, refresh, sign-in, report or none.</param>
public sealed record Trouble(string Title, string Text, string Action, string? Reading = null)
{
    /// <summary>Names the cause to the browser.</summary>
    public const string Header = "X-Trouble";

    /// <summary>By which the log is found; the one technical thing on screen.</summary>
    public const string Reference = "X-Reference";

    public const string KeyReused = "key-reused";
    public const string LongForm = "long-form";
    public const string NoForm = "no-form";

    /// <summary>Two saved at the same moment, on a page that does not merge what they saved.</summary>
    public const string ConcurrentSave = "concurrent-save";

    static readonly Dictionary<string, Trouble> All = Read();

    public static Trouble Of(string cause) => All.GetValueOrDefault(cause) ?? All["other"];

    public static bool IsKnown(string cause) => All.ContainsKey(cause);

    public static string CauseOf(int status) =>
        status switch
        {
            401 => "signed-out",
            403 => "forbidden",
            404 or 410 => "gone",
            408 or 504 => "time-out",
            409 => "conflict",
            413 => "too-large",
            422 => "validation",
            429 => "too-many",
            503 => "database",
            >= 500 => "fault",
            _ => "other",
        };

    static Dictionary<string, Trouble> Read()
    {
        using var table = typeof(Trouble).Assembly.GetManifestResourceStream("troubles.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Trouble>>(
            table,
            JsonSerializerOptions.Web
        )!;
    }
}
