using StaffDashboard.Tests.Browser;
using StaffDashboard.Tests.Histories;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Hosting.Embedded;
using StaffDashboard.Tests.Web.Pages.Admin.Alerts;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace StaffDashboard.Tests.Support;

/// <summary>Whoever takes longest begins first, so that nobody waits for them at the end; the others by chance.</summary>
sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly Type[] Longest =
    [
        typeof(AxeTests),
        typeof(KilledNodeTests),
        typeof(Web.Jobs.TwoNodesTests),
        typeof(ConnectionTests),
        typeof(LongOpenTests),
        typeof(HealthTests),
        typeof(EmbeddedPostgresTests),
        typeof(AlertsTests),
        // Not among the first, while everything is compiled at once: its browsers wait for an answer only so long.
        typeof(RandomHistoriesTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection =>
        [
            .. DefaultTestCollectionOrderer
                .Instance.OrderTestCollections(testCollections)
                .OrderBy(Place),
        ];

    static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection =>
        Array.FindIndex(
            Longest,
            type =>
                collection.TestCollectionDisplayName.Contains(
                    $" {type.FullName} ",
                    StringComparison.Ordinal
                )
        )
            is >= 0
                and var place
            ? place
            : Longest.Length;
}
