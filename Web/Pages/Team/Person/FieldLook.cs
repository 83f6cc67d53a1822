using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>How a field is asked for on paper.</summary>
public sealed record FieldLook(string Control, string? Hint = null, string Width = "")
{
    static readonly Dictionary<EmployeeField, FieldLook> Looks = new()
    {
        [EmployeeFields.Name] = new("text"),
        [EmployeeFields.Phone] = new(
            "tel",
            "With its country code, like +49 151 2345 6701; or as dialled here, like 0151 2345 6701."
        ),
        [EmployeeFields.Email] = new("email"),
        [EmployeeFields.WorkRole] = new("choice"),
        [EmployeeFields.Skills] = new("skills", "Separated by commas.", "all"),
        [EmployeeFields.Employment] = new("choice"),
        [EmployeeFields.AlwaysNeeded] = new("check"),
        [EmployeeFields.HourlyRate] = new("number", "Seen by managers only.", "short"),
        [EmployeeFields.OpeningHours] = new(
            "number",
            "Hours worked before this program counted.",
            "short"
        ),
        [EmployeeFields.LastWorkedOn] = new("date", null, "short"),
        [EmployeeFields.Notes] = new("long", null, "all"),
        [EmployeeFields.UserId] = new(
            "choice",
            "Who this person is when signed in. Links the two; gives no rights."
        ),
    };

    public static FieldLook Of(EmployeeField field) => Looks[field];

    public static IEnumerable<(string Value, string Text)> Choices(
        EmployeeField field,
        OfficeWords words
    ) =>
        field == EmployeeFields.Employment
            ? Enum.GetNames<Data.Employees.Employment>().Select(e => (e, field.Show(e, words)))
            : (field == EmployeeFields.WorkRole ? words.WorkRoles : words.Users)
                .OrderBy(choice => choice.Value, StringComparer.CurrentCultureIgnoreCase)
                .Select(choice => (choice.Key.ToString(), choice.Value))
                .Prepend(("", "None"));
}
