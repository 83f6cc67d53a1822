using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using StaffDashboard.Data.Switches;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Switches;

public sealed class SwitchForm
{
    public const string Prefix = "Form.";
    public const string IsOnKey = Prefix + nameof(IsOn);
    public const string PercentKey = Prefix + nameof(Percent);
    public const string RolesKey = Prefix + nameof(Roles);
    public const string PeopleKey = Prefix + nameof(People);

    public string Name { get; set; } = "";
    public bool IsOn { get; set; }
    public string? Percent { get; set; }

    /// <summary>One each, or several with commas between.</summary>
    public string?[] Roles { get; set; } = [];

    /// <summary>E-mail addresses with commas between.</summary>
    public string? People { get; set; }

    /// <summary>The row as it was when the form was drawn; 0 when there was none.</summary>
    public uint Version { get; set; }

    public int? PercentNumber => NumberIn(Percent);

    public string[] RoleNames =>
        [.. Roles.SelectMany(role => Parts(role ?? "")).Distinct(StringComparer.Ordinal)];

    public UserRole[] ChosenRoles =>
        [.. Enum.GetValues<UserRole>().Where(role => RoleNames.Contains(role.ToString()))];

    public string[] Addresses => Parts(People ?? "");

    public static SwitchForm Of(FeatureSwitch stored, AddressBook book) =>
        new()
        {
            Name = stored.Name,
            IsOn = stored.IsOn,
            Percent = stored.Percent.ToString(CultureInfo.InvariantCulture),
            Roles = [.. stored.Roles.Order().Select(role => role.ToString())],
            People = book.Text(stored.People),
            Version = stored.RowVersion,
        };

    public Merging MergeInto(FeatureSwitch stored, AddressBook book, IFormCollection posted)
    {
        var (now, initial) = (Of(stored, book), Of(new() { Name = stored.Name }, book));
        return new Merging(posted, "feature_switches", stored.Name, Version == now.Version)
            .With(
                "is_on",
                IsOnKey,
                FieldWords.Of(IsOn),
                FieldWords.Of(now.IsOn),
                OnOff,
                FieldWords.Of(initial.IsOn)
            )
            .With("percent", PercentKey, Percent ?? "", now.Percent!, Share, initial.Percent)
            .With("roles", RolesKey, RolesText, now.RolesText, SwitchWords.Roles, initial.RolesText)
            .With(
                "people",
                PeopleKey,
                People ?? "",
                now.People!,
                SwitchWords.People(book),
                initial.People
            );
    }

    public SwitchForm Merged(Merging merging) =>
        new()
        {
            Name = Name,
            IsOn = merging[IsOnKey] == FieldWords.Of(true),
            Percent = merging[PercentKey],
            Roles = [merging[RolesKey]],
            People = merging[PeopleKey],
        };

    public string RolesText => string.Join(", ", RoleNames);

    internal static string[] Parts(string text) =>
        [
            .. text.Split(
                    ',',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    static readonly FieldWords OnOff = FieldWords.OnOff("On at all");

    static readonly FieldWords Share = FieldWords.Number(
        "Share of all people",
        text => NumberIn(text) is { } number ? $"{number} %" : text
    ) with
    {
        Clean = text => NumberIn(text) is { } number ? $"{number}" : text,
    };

    static int? NumberIn(string? text) =>
        int.TryParse(
            text?.Replace("%", "", StringComparison.Ordinal).Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}

public sealed class SwitchFormValidator : AbstractValidator<SwitchForm>
{
    const int MostPeople = 200;

    public SwitchFormValidator()
    {
        RuleFor(form => form.PercentNumber)
            .NotNull()
            .WithMessage("Enter a whole number from 0 to 100.")
            .InclusiveBetween(0, 100)
            .WithMessage("Enter a whole number from 0 to 100.")
            .OverridePropertyName(nameof(SwitchForm.Percent));
        RuleFor(form => form.Addresses)
            .Must(people => people.Length <= MostPeople)
            .WithMessage($"Name at most {MostPeople} people; above that, use the share.")
            .OverridePropertyName(nameof(SwitchForm.People));
        RuleFor(form => form.RoleNames)
            .Must(roles => roles.All(Enum.GetNames<UserRole>().Contains))
            .WithMessage("Choose among the roles shown.")
            .OverridePropertyName(nameof(SwitchForm.Roles));
    }
}
