using System.Globalization;
using FluentValidation;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Imports;

namespace StaffDashboard.Web.Pages.Shared.Imports;

sealed class ColumnsFormRules : AbstractValidator<ColumnsForm>
{
    readonly ImportType type;

    public ColumnsFormRules(ImportType type)
    {
        this.type = type;
        RuleForEach(form => form.Fields)
            .Must(key => string.IsNullOrEmpty(key) || type.Fields.IsKnown(key))
            .WithMessage("Choose a field from the list.");
        RuleFor(form => form).Custom(TellTwice);
        RuleFor(form => form).Custom(TellMissing);
    }

    static void TellTwice(ColumnsForm form, ValidationContext<ColumnsForm> context)
    {
        for (var at = 0; at < form.Fields.Count; at++)
            if (form.Fields[at] is { Length: > 0 } key && form.Fields.IndexOf(key) < at)
                context.AddFailure(
                    string.Create(CultureInfo.InvariantCulture, $"Fields[{at}]"),
                    "Another column fills this field already. Leave one of them out."
                );
    }

    void TellMissing(ColumnsForm form, ValidationContext<ColumnsForm> context)
    {
        if (form.UpdateKnown && form.Fields.Contains(type.Key.Field.Key))
            return;
        foreach (var field in MissingColumns.Of(type, form.Mapping))
            context.AddFailure("", Missing(field));
    }

    string Missing(Field field)
    {
        var columns = MissingColumns.Headings(type, field);
        var updates = type.Key.Field.IsRequired
            ? ""
            : $" A list that only updates can do with {type.Key.Field.Label}.";
        return $"Say which column holds the {field.Word}: {columns}.{updates}";
    }
}
