using Npgsql;
using StaffDashboard.Data;

namespace StaffDashboard.Tests.Data;

public sealed class OfficeServicesTests
{
    [Fact]
    public void A_connection_is_reset_before_the_next_viewer_gets_it_whatever_the_setting_says()
    {
        var used = OfficeServices.WithDefaults("Host=localhost;No Reset On Close=true");

        Assert.False(new NpgsqlConnectionStringBuilder(used).NoResetOnClose);
    }
}
