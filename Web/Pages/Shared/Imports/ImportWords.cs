using StaffDashboard.Data;
using StaffDashboard.Data.Imports;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>What is said of imports of every kind.</summary>
static class ImportWords
{
    public static string Of(ImportState state) =>
        state switch
        {
            ImportState.Mapping => "Waiting for columns",
            ImportState.Checking => "Being checked",
            ImportState.Checked => "Checked",
            ImportState.Saving => "Being saved",
            ImportState.Done => "Saved",
            ImportState.Cancelled => "Cancelled",
            ImportState.Undone => "Undone",
            _ => "Stopped",
        };

    public static string Tone(ImportState state) =>
        state switch
        {
            ImportState.Done => "good",
            ImportState.Checking or ImportState.Saving => "waiting",
            ImportState.Mapping or ImportState.Checked => "attention",
            ImportState.Failed => "bad",
            _ => "",
        };

    public static string Of(ImportAction action) =>
        action switch
        {
            ImportAction.Add => "New",
            ImportAction.Update => "Updated",
            _ => "Unchanged",
        };

    public static string Tone(ImportAction action) =>
        action switch
        {
            ImportAction.Add => "good",
            ImportAction.Update => "waiting",
            _ => "",
        };

    public static string Lines(int count) => CountText.Of(count, "line");

    /// <summary>At the beginning of a sentence: "A role", "An area".</summary>
    public static string A(string word) => $"{("aeiou".Contains(word[0]) ? "An" : "A")} {word}";
}
