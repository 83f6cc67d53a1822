using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public class ToldTests
{
    [Fact]
    public void A_row_found_by_the_bell_and_by_the_sweep_is_told_once()
    {
        var told = new Told(10);

        Assert.Single(told.Unseen([Row(12, 5)]));
        Assert.Empty(told.Unseen([Row(12, 5)]));
    }

    [Fact]
    public void A_lower_id_that_comes_later_is_told()
    {
        var told = new Told(10);
        told.Unseen([Row(12, 5)]);

        Assert.Equal(4, Assert.Single(told.Unseen([Row(11, 4), Row(12, 5)])).Id);
        Assert.Equal(5, told.Highest);
    }

    [Fact]
    public void The_cursor_never_goes_back()
    {
        var told = new Told(10);
        told.MoveTo(9);

        Assert.Equal(10ul, told.Cursor);
    }

    static Change Row(ulong xid, long id) => new(xid, id, ["team"], null, null, default);
}
