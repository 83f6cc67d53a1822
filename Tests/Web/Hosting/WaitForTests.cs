using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Hosting;
using StaffDashboard.Web.Hosting.Embedded;

namespace StaffDashboard.Tests.Web.Hosting;

public sealed class WaitForTests(TestPostgres postgres)
{
    const string Setting = "ConnectionStrings__StaffDashboard";

    [Fact]
    public async Task A_server_that_stays_away_is_named_once_patience_ends()
    {
        using var folder = new TempFolder();
        var nobody =
            $"Host=127.0.0.1;Port={FreePort.Choose(Path.Combine(folder.Path, "port"))};Database=x;Username=x";
        var refused = await Assert.ThrowsAsync<StartRefused>(() =>
            WaitFor.DatabaseAsync(
                nobody,
                Setting,
                TestContext.Current.CancellationToken,
                TimeSpan.FromSeconds(1)
            )
        );
        Assert.Contains(Setting, refused.Message, StringComparison.Ordinal);
        Assert.Equal(StartRefused.Unavailable, refused.ExitCode);
    }

    [Fact]
    public async Task A_wrong_password_is_not_tried_again()
    {
        await using var database = await postgres.CloneAsync();
        var wrong = database.AppConnectionString + ";Password=wrong";
        var patience = TimeSpan.FromHours(1);
        await Assert.ThrowsAsync<StartRefused>(() =>
            WaitFor
                .DatabaseAsync(wrong, Setting, TestContext.Current.CancellationToken, patience)
                .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_server_without_encryption_is_not_retried_and_both_remedies_are_named()
    {
        await using var database = await postgres.CloneAsync();
        var refused = await Assert.ThrowsAsync<StartRefused>(() =>
            WaitFor
                .DatabaseAsync(
                    database.AppConnectionString + ";SSL Mode=Require",
                    Setting,
                    TestContext.Current.CancellationToken,
                    TimeSpan.FromHours(1)
                )
                .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)
        );
        Assert.Contains("ssl = on", refused.Message, StringComparison.Ordinal);
        Assert.Contains("SSL Mode=Disable", refused.Message, StringComparison.Ordinal);
    }
}
