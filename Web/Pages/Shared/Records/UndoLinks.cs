namespace StaffDashboard.Web.Pages.Shared.Records;

public static class UndoLinks
{
    /// <summary>Takes back what one's own request did.</summary>
    public static string Of(string requestId) => $"/undo/{requestId}";
}
