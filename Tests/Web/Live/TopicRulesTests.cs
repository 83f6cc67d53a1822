using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public class TopicRulesTests
{
    static readonly Viewer Bea = new(Guid.CreateVersion7(), "Bea", UserRole.Staff, null);
    static readonly Viewer Ada = Bea with { Role = UserRole.Admin };

    readonly TopicRules rules = new TopicRules()
        .Allow("team", (_, _) => true)
        .Allow("users", (viewer, _) => viewer.IsAdmin)
        .Allow("settings:{user}", (viewer, key) => viewer.Id?.ToString() == key);

    [Fact]
    public void A_rule_decides_by_role()
    {
        Assert.True(rules.MayWatch(Ada, "users"));
        Assert.False(rules.MayWatch(Bea, "users"));
    }

    [Fact]
    public void A_rule_decides_by_key()
    {
        Assert.True(rules.MayWatch(Bea, $"settings:{Bea.Id}"));
        Assert.False(rules.MayWatch(Bea, $"settings:{Guid.CreateVersion7()}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("teams")]
    [InlineData("team:1")]
    [InlineData("settings")]
    [InlineData("settings:")]
    [InlineData("settings:*")]
    public void A_topic_without_a_rule_is_refused(string topic) =>
        Assert.False(rules.MayWatch(Ada, topic));

    [Theory]
    [InlineData("person:")]
    [InlineData("person:*")]
    public void A_wildcard_topic_cannot_be_watched_even_where_each_topic_can(string topic)
    {
        var narrow = new TopicRules().Allow("person:{id}", (_, _) => true);

        Assert.True(narrow.MayWatch(Bea, "person:1"));
        Assert.False(narrow.MayWatch(Bea, topic));
        Assert.False(narrow.MayWatch(Ada, topic));
    }

    [Fact]
    public void A_topic_of_endless_length_is_refused() =>
        Assert.False(
            new TopicRules()
                .Allow("a:{id}", (_, _) => true)
                .MayWatch(Ada, "a:" + new string('x', 99))
        );
}
