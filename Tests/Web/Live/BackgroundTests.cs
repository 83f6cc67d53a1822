using Microsoft.Extensions.Hosting;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class BackgroundTests
{
    [Fact]
    public async Task A_connection_that_breaks_while_its_command_is_cancelled_does_not_hinder_the_stop()
    {
        using var work = new Work(() => throw new ObjectDisposedException("connection"));
        await work.StartAsync(TestContext.Current.CancellationToken);
        await work.Begun;

        await work.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(work.HasEnded);
    }

    [Fact]
    public async Task Any_other_fault_of_a_stop_is_told()
    {
        using var work = new Work(() => throw new InvalidOperationException("another"));
        await work.StartAsync(TestContext.Current.CancellationToken);
        await work.Begun;

        await Assert.ThrowsAsync<AggregateException>(() =>
            work.StopAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void All_work_beside_the_requests_stands_on_it() =>
        Assert.All(
            typeof(Background)
                .Assembly.GetTypes()
                .Where(type => type.IsAssignableTo(typeof(BackgroundService))),
            type => Assert.True(type.IsAssignableTo(typeof(Background)), type.Name)
        );

    sealed class Work(Action whenCancelled) : Background
    {
        readonly TaskCompletionSource begun = new();

        internal Task Begun => begun.Task;
        internal bool HasEnded { get; private set; }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var told = stoppingToken.Register(whenCancelled);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            HasEnded = true;
        }
    }
}
