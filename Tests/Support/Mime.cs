using System.Text.Json;

namespace StaffDashboard.Tests.Support;

/// <summary>A message as postal-mime reads it.</summary>
sealed record Mime(
    string Subject,
    string From,
    string[] To,
    string Text,
    string Html,
    string MessageId,
    DateTimeOffset Date,
    Dictionary<string, string> Headers
)
{
    internal static async Task<Mime> ReadAsync(string message)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "message.eml");
        await File.WriteAllTextAsync(path, message);
        var (code, said) = await NodeTool.RunAsync("Tests/Web/Messaging/mime.mjs", path);
        Assert.True(code == 0, said);
        return JsonSerializer.Deserialize<Mime>(said, JsonSerializerOptions.Web)!;
    }
}
