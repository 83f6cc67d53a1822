using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Tests.Data.Fields;

public class FieldRightsTests
{
    [Theory]
    [InlineData(UserRole.Staff, true, false, false)]
    [InlineData(UserRole.Manager, true, true, true)]
    [InlineData(UserRole.Admin, true, true, true)]
    public void A_field_for_managers_is_theirs_whatever_its_section_allows(
        UserRole role,
        bool seesSection,
        bool sees,
        bool edits
    )
    {
        var viewer = new Viewer(Guid.CreateVersion7(), "x", role, null);
        var open = new Section("Open", Edit: UserRole.Staff);
        var rate = Make(open, isForManagers: true);

        Assert.Equal(seesSection, open.MayBeSeenBy(viewer));
        Assert.Equal(sees, rate.MayBeSeenBy(viewer));
        Assert.Equal(edits, rate.MayBeEditedBy(viewer));
        Assert.True(Make(open, isForManagers: false).MayBeEditedBy(viewer));
    }

    [Fact]
    public void Nobody_who_is_not_signed_in_sees_or_edits()
    {
        var field = Make(new("Open", Edit: UserRole.Staff), isForManagers: false);

        Assert.False(field.MayBeSeenBy(Viewer.Nobody));
        Assert.False(field.MayBeEditedBy(Viewer.Nobody));
    }

    [Theory]
    [InlineData(UserRole.Staff, false)]
    [InlineData(UserRole.Manager, false)]
    [InlineData(UserRole.Admin, true)]
    public void A_section_for_Admins_is_edited_by_them_alone(UserRole role, bool edits) =>
        Assert.Equal(
            edits,
            new Section("Closed", UserRole.Admin, UserRole.Admin).MayBeEditedBy(
                new(Guid.CreateVersion7(), "x", role, null)
            )
        );

    static Field<Employee> Make(Section section, bool isForManagers) =>
        new("Name", "name", "Name", section, new TextType(10), e => e.Name, (e, v) => e.Name = v)
        {
            IsForManagers = isForManagers,
        };
}
