namespace StaffDashboard.Tests;

public class HouseStandsTests
{
    [Fact]
    public void A_test_runs() => Assert.True(true);
}
