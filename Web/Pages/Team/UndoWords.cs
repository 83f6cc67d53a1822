using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

static class UndoWords
{
    public static string Of(PutBackResult result)
    {
        var kept =
            result.Kept.Count == 0 ? "" : $" {Who(result.Kept)} changed again since and stayed.";
        return result.Done.Count == 0
            ? kept.Length == 0
                ? "There is nothing left to put back."
                : "Nothing was put back." + kept
            : $"Put back {Who(result.Done)}.{kept}";
    }

    static string Who(IReadOnlyCollection<Employee> people) =>
        people.Count == 1 ? people.First().Name : BulkWords.People(people.Count);
}
