using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Team;

static class UndoWords
{
    public static string Of(PutBackResult<Employee> result)
    {
        var kept =
            result.Kept.Count == 0 ? "" : $" {Who(result.Kept)} changed again since and stayed.";
        if (result.IsTooMuch)
            return "This changed too many people to be undone at once. Nothing was put back.";
        return (result.Done.Count, result.Archived.Count) switch
        {
            (0, 0) when kept.Length == 0 => "There is nothing left to put back.",
            (0, 0) => "Nothing was put back." + kept,
            (_, 0) => $"Put back {Who(result.Done)}.{kept}",
            (0, _) => $"Archived {Who(result.Archived)}.{kept}",
            _ =>
                $"Put back {Who(result.Done)} and archived {Who(result.Archived)} who had been added.{kept}",
        };
    }

    static string Who(IReadOnlyCollection<Employee> people) =>
        people.Count == 1 ? people.First().Name : BulkWords.People(people.Count);
}
