using StaffDashboard.Bench.Support;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Bench.Faults;

/// <summary>Two nodes behind one address: the line leads to the first of them until it is killed.</summary>
sealed class TwoNodes(Ground ground, Child one, Child other) : IAsyncDisposable
{
    Child first = one;
    Child second = other;

    internal Line Line { get; } = new(one.Address);

    internal static async Task<TwoNodes> StartAsync(Ground ground) =>
        new(ground, await ground.StartProductAsync(), await ground.StartProductAsync());

    internal void KillFirst()
    {
        Line.LeadTo(second.Address);
        first.Kill();
    }

    /// <summary>The other one is the first now, and has a new one beside it.</summary>
    internal async Task ReplaceAsync()
    {
        await first.DisposeAsync();
        first = second;
        second = await ground.StartProductAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Line.DisposeAsync();
        await first.DisposeAsync();
        await second.DisposeAsync();
    }
}
