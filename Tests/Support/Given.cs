using FsCheck;
using FsCheck.Fluent;

namespace StaffDashboard.Tests.Support;

/// <summary>A rule that holds for whatever comes; a failure names the smallest thing for which it does not.</summary>
static class Given
{
    static readonly Config Strict = Config.QuickThrowOnFailure.WithMaxTest(500);

    internal static void Any<T>(Arbitrary<T> values, Func<T, bool> holds) =>
        Check.One(Strict, Prop.ForAll(values, holds));
}
