using Bunit;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Tests.Web.Pages.Team;

public class SkillChoicesTests : BunitContext
{
    [Fact]
    public void Skills_in_use_are_suggested_as_they_are_written() =>
        Assert.Equal(
            ["bar", "\"fine\" dining"],
            Render<SkillChoices>(s => s.Add(p => p.Skills, ["bar", "\"fine\" dining"]))
                .FindAll("#skill-list option")
                .Select(option => option.GetAttribute("value"))
        );
}
