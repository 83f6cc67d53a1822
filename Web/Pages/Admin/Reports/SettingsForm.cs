using System.Globalization;
using FluentValidation;
using StaffDashboard.Data.Reports;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Reports;

public sealed class SettingsForm
{
    public const string Prefix = "Settings.";
    public const string IsOnKey = Prefix + nameof(IsOn);
    public const string SendAtKey = Prefix + nameof(SendAt);

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

    public Merging MergeInto(ReportSettings settings, IFormCollection posted)
    {
        var now = Of(settings);
        return new Merging(posted, "report_settings", $"{settings.Id}", Version == now.Version)
            .With("is_on", IsOnKey, FieldWords.Of(IsOn), FieldWords.Of(now.IsOn), OnOff)
            .With("send_at", SendAtKey, SendAt ?? "", now.SendAt!, HourWords);
    }

    public SettingsForm Merged(Merging merging) =>
        new() { IsOn = merging[IsOnKey] == FieldWords.Of(true), SendAt = merging[SendAtKey] };

    static readonly FieldWords OnOff = FieldWords.OnOff("Send a report every day");

    // The column has seconds.
    static readonly FieldWords HourWords = new("Hour", hour => hour)
    {
        Clean = hour => hour.Trim(),
        ToTrail = hour => $"{hour}:00",
        FromTrail = stored => $"{stored}" is { Length: > 5 } hour ? hour[..5] : $"{stored}",
    };
}

public sealed class SettingsFormRules : AbstractValidator<SettingsForm>
{
    public SettingsFormRules() =>
        RuleFor(form => form.Hour)
            .NotNull()
            .WithMessage("Enter a time like 07:00.")
            .OverridePropertyName(nameof(SettingsForm.SendAt));
}
