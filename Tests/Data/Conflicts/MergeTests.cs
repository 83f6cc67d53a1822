using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Conflicts;

public class MergeTests
{
    [Theory]
    [InlineData("a", "a", "a", "a", false)]
    [InlineData("a", "b", "a", "b", false)]
    [InlineData("a", "a", "c", "c", false)]
    [InlineData("a", "b", "b", "b", false)]
    [InlineData("a", "b", "c", "b", true)]
    public void Each_case_has_one_answer(
        string was,
        string mine,
        string now,
        string value,
        bool isConflict
    ) => Assert.Equal(new Merged(value, isConflict), Merge.Of(was, mine, now));

    [Fact]
    public void A_change_is_kept_or_asked_about_but_never_lost() =>
        Given.Any(
            Cases.ToArbitrary(),
            c =>
            {
                var merged = Merge.Of(c.Was, c.Mine, c.Now);
                var iChanged = c.Mine != c.Was;
                var theyChanged = c.Now != c.Was;
                return merged.IsConflict
                    || (
                        (!iChanged || merged.Value == c.Mine)
                        && (!theyChanged || merged.Value == c.Now)
                    );
            }
        );

    [Fact]
    public void Nobody_is_asked_without_a_reason() =>
        Given.Any(
            Cases.ToArbitrary(),
            c =>
                Merge.Of(c.Was, c.Mine, c.Now).IsConflict
                == (c.Mine != c.Was && c.Now != c.Was && c.Mine != c.Now)
        );

    [Fact]
    public void Who_came_first_makes_no_difference() =>
        Given.Any(
            Cases.ToArbitrary(),
            c =>
            {
                var (one, other) = (Merge.Of(c.Was, c.Mine, c.Now), Merge.Of(c.Was, c.Now, c.Mine));
                return one.IsConflict == other.IsConflict
                    && (one.IsConflict || one.Value == other.Value);
            }
        );

    static Gen<(string Was, string Mine, string Now)> Cases =>
        from was in Gen.Elements("", "a", "b", "c")
        from mine in Gen.Elements("", "a", "b", "c")
        from now in Gen.Elements("", "a", "b", "c")
        select (was, mine, now);
}
