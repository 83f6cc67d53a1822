using System.Globalization;
using FluentValidation;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Web.Pages.Admin.Reports;

public sealed class SettingsForm
{
    public bool IsOn { get; set; }
    public string? SendAt { get; set; }

    /// <summary>The row as it was when the form was drawn.</summary>
    public uint Version { get; set; }

    public TimeOnly? Hour =>
        TimeOnly.TryParseExact(
            SendAt,
            "HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var hour
        )
            ? hour
            : null;

    public static SettingsForm Of(ReportSettings settings) =>
        new()
        {
            IsOn = settings.IsOn,
            SendAt = settings.SendAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            Version = settings.RowVersion,
        };
}

public sealed class SettingsFormRules : AbstractValidator<SettingsForm>
{
    public SettingsFormRules() =>
        RuleFor(form => form.Hour).NotNull().WithMessage("Enter a time like 07:00.");
}
