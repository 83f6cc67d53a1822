using FluentValidation;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>The rules of the fields themselves: the same for a form, an import and whatever comes later.</summary>
public sealed class RecordFormRules : AbstractValidator<RecordForm>
{
    public RecordFormRules() =>
        RuleFor(form => form)
            .Custom(
                (form, check) =>
                {
                    foreach (var field in form.Fields)
                        if (!form.TryRead(field, out _, out var problem))
                            check.AddFailure(field.Key, problem);
                }
            );
}
