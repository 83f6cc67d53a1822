using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Tests.Data;

/// <summary>Nothing invisible in a name, wherever it is typed or read from a file: all of it goes through these.</summary>
public sealed class NameTextTests
{
    public static TheoryData<string> Hidden =>
        [
            "Ami\u200Bra",
            "\u202EarimA",
            "Ami\u00ADra",
            "Ami\nra",
            "Ami\u0000\u0001ra",
            "Ami\u2028ra",
            "Ami\uE000ra",
            "Ami\u3164ra",
            "Ami\U000E0041ra",
        ];

    [Theory]
    [MemberData(nameof(Hidden))]
    public void Names_have_no_invisible_characters(string name)
    {
        Assert.False(NameText.IsPlain(name));
        Assert.False(EmployeeFields.Name.TryRead(name, OfficeWords.Plain, out _, out var person));
        Assert.Contains("invisible", person, StringComparison.Ordinal);
        Assert.False(
            EmployeeFields.Skills.TryRead($"bar, {name}", OfficeWords.Plain, out _, out var skill)
        );
        Assert.Contains("invisible", skill, StringComparison.Ordinal);
        Assert.False(WorkRoleFields.All[0].TryRead(name, OfficeWords.Plain, out _, out var role));
        Assert.Contains("invisible", role, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Amira Yilmaz")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("Jean-François d’Arc, Jr.")]
    [InlineData("김민수 🎉")]
    public void Any_other_name_is_taken(string name) => Assert.True(NameText.IsPlain(name));
}
