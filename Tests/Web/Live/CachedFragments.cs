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
    readonly NpgsqlDataSource _nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1");
    private protected readonly StoppedClock _clock = new();
    readonly ServiceProvider _meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private protected readonly HttpContextAccessor _http = new();
    private protected readonly Position _position;
    private protected readonly CatchUp _catchUp;
    private protected readonly Doorbell _doorbell;
    private protected readonly FragmentCache _cache;
    private protected int _renders;

    protected CachedFragments()
    {
        _position = new Position(_clock);
        _catchUp = new CatchUp(_clock);
        _doorbell = new Doorbell(_nowhere, _catchUp, _clock, NullLogger<Doorbell>.Instance);
        var meter = new LiveMeter(_meters.GetRequiredService<IMeterFactory>());
        _cache = new FragmentCache(_position, _catchUp, _doorbell, meter, _clock, _http);
        _position.Reach(new Mark("e", 1));
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _cache.Dispose();
        _doorbell.Dispose();
        _nowhere.Dispose();
        _meters.Dispose();
    }

    private protected Task<Fragment> GetAsync(
        string key,
        Task? gate = null,
        string audience = "staff"
    ) =>
        _cache
            .GetAsync(
                key,
                audience,
                ["team", "person:1"],
                async _ =>
                {
                    var render = Interlocked.Increment(ref _renders);
                    await (gate ?? Task.CompletedTask);
                    return $"{render}";
                }
            )
            .WaitAsync(TimeSpan.FromSeconds(60));
}
