using System.Globalization;
using FluentValidation;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Imports;

namespace StaffDashboard.Web.Pages.Team.Imports;

public sealed class ColumnsForm
{
    public List<string?> Fields { get; set; } = [];
    public bool UpdateByPhone { get; set; }
    public bool AddRoles { get; set; }

    public string[] Mapping => [.. Fields.Select(key => key ?? "")];

    public static ColumnsForm Of(Import import) =>
        new()
        {
            Fields = [.. import.Mapping],
            UpdateByPhone = import.UpdateByPhone,
            AddRoles = import.AddRoles,
        };
}

public sealed class ColumnsFormRules : AbstractValidator<ColumnsForm>
{
    public ColumnsFormRules()
    {
        RuleForEach(form => form.Fields)
            .Must(field => string.IsNullOrEmpty(field) || FileFields.IsKnown(field))
            .WithMessage("Choose a field from the list.");
        RuleFor(form => form).Custom(TellTwice);
        RuleFor(form => form.Fields)
            .Must((form, _) => SaysWho(form))
            .OverridePropertyName("")
            .WithMessage(
                "Say which column holds the name: Name, or First name and Last name. A list that only updates can do with Phone."
            );
    }

    static bool SaysWho(ColumnsForm form) =>
        form.Fields.Contains(nameof(Employee.Name))
        || form.Fields.Contains(FileFields.FirstName)
        || form.Fields.Contains(FileFields.LastName)
        || (form.UpdateByPhone && form.Fields.Contains(nameof(Employee.Phone)));

    static void TellTwice(ColumnsForm form, ValidationContext<ColumnsForm> context)
    {
        for (var at = 0; at < form.Fields.Count; at++)
            if (form.Fields[at] is { Length: > 0 } key && form.Fields.IndexOf(key) < at)
                context.AddFailure(
                    string.Create(CultureInfo.InvariantCulture, $"Fields[{at}]"),
                    "Another column fills this field already. Leave one of them out."
                );
    }
}
