using StaffDashboard.Data.Measures;
using StaffDashboard.Web.Measures;

namespace StaffDashboard.Tests.Data.Measures;

public class DistributionTests
{
    [Fact]
    public void A_value_lies_in_the_first_bucket_that_reaches_up_to_it()
    {
        for (var bucket = 1; bucket < Distribution.Buckets - 1; bucket++)
        {
            var bound = Distribution.UpperBound(bucket);
            Assert.Equal(bucket, Distribution.BucketOf(bound));
            Assert.Equal(bucket + 1, Distribution.BucketOf(bound * 1.0001));
        }
        Assert.Equal(0, Distribution.BucketOf(0));
        Assert.Equal(Distribution.Buckets - 1, Distribution.BucketOf(1e12));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.99)]
    public void A_percentile_is_at_most_a_fifth_off(double share)
    {
        var chance = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var values = Enumerable
                .Range(0, 400)
                .Select(_ => Math.Exp(1 + (chance.NextDouble() * 8)))
                .Order()
                .ToList();
            var buckets = new long[Distribution.Buckets];
            foreach (var value in values)
                buckets[Distribution.BucketOf(value)]++;

            var told = Distribution.Percentile(buckets, share)!.Value;

            Assert.InRange(told / values[(int)(share * values.Count) - 1], 1 / 1.2, 1.2);
        }
        Assert.Null(Distribution.Percentile(new long[Distribution.Buckets], share));
    }

    [Fact]
    public void A_tally_adds_up_keeps_the_largest_and_takes_nothing_once_it_is_taken_away()
    {
        var tally = new Tally(isDistributed: true);
        Assert.True(tally.Add(1, 9));
        Assert.True(tally.Add(2, 3));

        var line = tally.Take(default, "a", "");

        Assert.Equal((3L, 15.0, 9.0), (line.Count, line.Sum, line.Max));
        Assert.Equal(3, line.Buckets!.Sum());
        Assert.False(tally.Add(1, 1));
    }
}
