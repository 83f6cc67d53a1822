using System.Net;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team;

public sealed class BulkRefusedTests(TestPostgres postgres) : TeamPages(postgres)
{
    [Fact]
    public async Task A_role_that_is_gone_is_refused()
    {
        var ann = await HireAsync("Ann");

        var (answer, toast) = await PostAsync(
            Manager,
            "/team/bulk",
            Picked([ann], ("Action", "SetRole"), ("Role", $"{Guid.CreateVersion7()}"))
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("That role no longer exists", Text(toast));
        Assert.Equal(ann.Version, (await LookUpAsync(ann)).Version);
    }

    [Fact]
    public async Task Only_who_may_change_people_is_told_everybody_who_matches()
    {
        using var refused = await Staff.GetAsync("/team?part=matches");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("AddSkill")]
    [InlineData("RemoveSkill")]
    [InlineData("Employ")]
    [InlineData("SetRole")]
    [InlineData("Archive")]
    [InlineData("Restore")]
    public async Task Staff_is_refused(string action)
    {
        var ann = await HireAsync("Ann", p => p.HaveSkills(["bar"]));

        var (answer, _) = await PostAsync(
            Staff,
            "/team/bulk",
            Picked([ann], ("Action", action), ("Skill", "bar"), ("Employment", "Student"))
        );

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(ann.Version, (await LookUpAsync(ann)).Version);
    }

    [Fact]
    public async Task What_cannot_be_done_changes_nothing_and_says_why()
    {
        var ann = await HireAsync("Ann");

        var (nobody, toast) = await PostAsync(Manager, "/team/bulk", ("Action", "Archive"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Equal("Pick somebody first.", Text(toast));

        var (noSkill, _) = await PostAsync(
            Manager,
            "/team/bulk",
            Picked([ann], ("Action", "AddSkill"), ("Skill", " , "))
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noSkill.StatusCode);
        Assert.Equal(ann.Version, (await LookUpAsync(ann)).Version);
    }

    [Theory]
    [InlineData("bar, kitchen", "Enter one skill.")]
    [InlineData("ba\u200Br", "invisible")]
    [InlineData("12345678901234567890123456789012345678901", "A skill has at most 40 characters.")]
    public async Task A_skill_that_cannot_be_kept_is_refused_in_words(string skill, string why)
    {
        var ann = await HireAsync("Ann");

        var (answer, toast) = await PostAsync(
            Manager,
            "/team/bulk",
            Picked([ann], ("Action", "AddSkill"), ("Skill", skill))
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, Text(toast), StringComparison.Ordinal);
        Assert.Empty((await LookUpAsync(ann)).Skills);
    }
}
