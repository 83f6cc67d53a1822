using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>A cache of one node with a clock that stands still, and nothing behind it.</summary>
public abstract class CachedFragments : IDisposable
{
    readonly NpgsqlDataSource nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1");
    private protected readonly StoppedClock clock = new();
    readonly ServiceProvider meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private protected readonly HttpContextAccessor http = new();
    private protected readonly Position position;
    private protected readonly CatchUp catchUp;
    private protected readonly Doorbell doorbell;
    private protected readonly FragmentCache cache;
    private protected int renders;

    protected CachedFragments()
    {
        position = new Position(clock);
        catchUp = new CatchUp(clock);
        doorbell = new Doorbell(nowhere, catchUp, clock, NullLogger<Doorbell>.Instance);
        var meter = new LiveMeter(meters.GetRequiredService<IMeterFactory>());
        cache = new FragmentCache(position, catchUp, doorbell, meter, clock, http);
        position.Reach(new Mark("e", 1));
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        cache.Dispose();
        doorbell.Dispose();
        nowhere.Dispose();
        meters.Dispose();
    }

    private protected Task<Fragment> GetAsync(
        string key,
        Task? gate = null,
        string audience = "staff"
    ) =>
        cache
            .GetAsync(
                key,
                audience,
                ["team", "person:1"],
                async _ =>
                {
                    var render = Interlocked.Increment(ref renders);
                    await (gate ?? Task.CompletedTask);
                    return $"{render}";
                }
            )
            .WaitAsync(TimeSpan.FromSeconds(60));
}
