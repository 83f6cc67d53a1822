namespace StaffDashboard.Web.Pages.Shared;

/// <summary>What a control inside a form row must know to be tied to its hint and its error.</summary>
sealed record FormRow(string Name, string Id, bool HasHint, string? Error)
{
    public string HintId => Id + "-hint";
    public string ErrorId => Id + "-error";
    public string DescribedBy => HasHint ? $"{HintId} {ErrorId}" : ErrorId;
}
