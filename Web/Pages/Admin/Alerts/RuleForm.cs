using System.Globalization;
using FluentValidation;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public sealed class RuleForm
{
    public const string Prefix = "Form.";
    public const string IsOnKey = Prefix + nameof(IsOn);
    public const string ThresholdKey = Prefix + nameof(Threshold);
    public const string WindowKey = Prefix + nameof(WindowMinutes);

    public string Name { get; set; } = "";
    public bool IsOn { get; set; }
    public string? Threshold { get; set; }
    public string? WindowMinutes { get; set; }

    /// <summary>The row as it was when the form was drawn; 0 when the default held.</summary>
    public uint Version { get; set; }

    public AlarmKind? Kind => AlarmKinds.Named(Name);

    public double? Limit => NumberIn(Threshold);

    public int? Minutes => Kind is { HasWindow: false } ? 0 : MinutesIn(WindowMinutes);

    public static RuleForm Of(AlarmRule rule) =>
        new()
        {
            Name = rule.Name,
            IsOn = rule.IsOn,
            Threshold = Text(rule.Threshold),
            WindowMinutes = Text(rule.WindowMinutes),
            Version = rule.RowVersion,
        };

    public bool IsDefault =>
        IsOn
        && Kind is { } kind
        && Limit == kind.Threshold
        && (Minutes == kind.WindowMinutes || !kind.HasWindow);

    /// <summary>The same rule with its own limits, as somebody would have typed them.</summary>
    public RuleForm Default()
    {
        var form = Of(Kind!.Default);
        form.Version = Version;
        return form;
    }

    public Merging MergeInto(AlarmRule rule, IFormCollection posted)
    {
        var (kind, now, initial) = (Kind!, Of(rule), Of(Kind!.Default));
        var merging = new Merging(posted, "alarm_rules", rule.Name, Version == now.Version)
            .With(
                "is_on",
                IsOnKey,
                FieldWords.Of(IsOn),
                FieldWords.Of(now.IsOn),
                FieldWords.OnOff("Watch this"),
                FieldWords.Of(initial.IsOn)
            )
            .With(
                "threshold",
                ThresholdKey,
                Threshold ?? "",
                now.Threshold!,
                LimitOf(kind),
                initial.Threshold
            );
        return kind.HasWindow
            ? merging.With(
                "window_minutes",
                WindowKey,
                WindowMinutes ?? "",
                now.WindowMinutes!,
                Window,
                initial.WindowMinutes
            )
            : merging;
    }

    public RuleForm Merged(Merging merging) =>
        new()
        {
            Name = Name,
            IsOn = merging[IsOnKey] == FieldWords.Of(true),
            Threshold = merging[ThresholdKey],
            WindowMinutes = Kind!.HasWindow ? merging[WindowKey] : WindowMinutes,
        };

    static FieldWords LimitOf(AlarmKind kind) =>
        FieldWords.Number(
            $"Limit, in {kind.Unit}",
            text => NumberIn(text) is { } number ? kind.Amount(number) : text
        ) with
        {
            Clean = text => NumberIn(text) is { } number ? Text(number) : text,
        };

    static readonly FieldWords Window = FieldWords.Number(
        "Look back, in minutes",
        text => MinutesIn(text) is { } minutes ? AlarmWords.Minutes(minutes) : text
    ) with
    {
        Clean = text => MinutesIn(text) is { } minutes ? Text(minutes) : text,
    };

    static double? NumberIn(string? text) =>
        double.TryParse(
            text?.Trim().Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    static int? MinutesIn(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? minutes
            : null;

    static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}

public sealed class RuleFormValidator : AbstractValidator<RuleForm>
{
    const int Longest = 24 * 60;

    public RuleFormValidator()
    {
        RuleFor(form => form.Limit)
            .NotNull()
            .WithMessage("Enter a number above 0, such as 2 or 2.5.")
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
