using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Records;

static class UndoWords
{
    public static string Of(RecordType type, PutBackResult result)
    {
        var kept =
            result.Kept.Count == 0
                ? ""
                : $" {Who(type, result.Kept)} changed again since and stayed.";
        if (result.IsTooMuch)
            return $"This changed too many {type.Plural} to be undone at once. Nothing was put back.";
        return (result.Done.Count, result.Archived.Count) switch
        {
            (0, 0) when kept.Length == 0 => "There is nothing left to put back.",
            (0, 0) => "Nothing was put back." + kept,
            (_, 0) => $"Put back {Who(type, result.Done)}.{kept}",
            (0, _) => $"Archived {Who(type, result.Archived)}.{kept}",
            _ =>
                $"Put back {Who(type, result.Done)} and archived {Who(type, result.Archived)} {(type.IsPerson ? "who" : "that")} had been added.{kept}",
        };
    }

    static string Who(RecordType type, IReadOnlyCollection<IRecord> records) =>
        records.Count == 1 ? records.First().Name : type.Count(records.Count);
}
