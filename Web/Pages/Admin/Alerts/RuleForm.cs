using System.Globalization;
using FluentValidation;
using StaffDashboard.Data.Alarms;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public sealed class RuleForm
{
    public string Name { get; set; } = "";
    public bool IsOn { get; set; }
    public string? Threshold { get; set; }
    public string? WindowMinutes { get; set; }

    /// <summary>The row as it was when the form was drawn; 0 when the default held.</summary>
    public uint Version { get; set; }

    public AlarmKind? Kind => AlarmKinds.Named(Name);

    public double? Limit =>
        double.TryParse(
            Threshold?.Trim().Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    public int? Minutes =>
        Kind is { HasWindow: false } ? 0
        : int.TryParse(
            WindowMinutes?.Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var minutes
        )
            ? minutes
        : null;

    public static RuleForm Of(AlarmRule rule) =>
        new()
        {
            Name = rule.Name,
            IsOn = rule.IsOn,
            Threshold = rule.Threshold.ToString("0.##", CultureInfo.InvariantCulture),
            WindowMinutes = rule.WindowMinutes.ToString(CultureInfo.InvariantCulture),
            Version = rule.RowVersion,
        };
}

public sealed class RuleFormValidator : AbstractValidator<RuleForm>
{
    const int Longest = 24 * 60;

    public RuleFormValidator()
    {
        RuleFor(form => form.Limit)
            .NotNull()
            .WithMessage("Enter a number, such as 2 or 2.5.")
            .GreaterThan(0)
            .WithMessage("Enter a number above 0.")
            .Must((form, limit) => form.Kind is not { } kind || !(limit > kind.Most))
            .WithMessage(form => $"Enter at most {form.Kind?.Amount(form.Kind.Most)}.")
            .OverridePropertyName(nameof(RuleForm.Threshold));
        RuleFor(form => form.Minutes)
            .NotNull()
            .WithMessage("Enter whole minutes, such as 5.")
            .Must(
                (form, minutes) =>
                    form.Kind is { HasWindow: false } || minutes is null or (>= 1 and <= Longest)
            )
            .WithMessage("Enter from 1 to 1,440 minutes: at most a day.")
            .OverridePropertyName(nameof(RuleForm.WindowMinutes));
    }
}
