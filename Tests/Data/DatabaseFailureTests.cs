using Microsoft.EntityFrameworkCore;
using Npgsql;
using StaffDashboard.Data;

namespace StaffDashboard.Tests.Data;

public sealed class DatabaseFailureTests
{
    public static TheoryData<Exception, bool> Failures =>
        new()
        {
            { new TimeoutException(), true },
            { new TaskCanceledException(), true },
            { new OperationCanceledException("", Refused("57014")), true },
            { new NpgsqlException("", new TimeoutException()), true },
            { new NpgsqlException("", new IOException()), true },
            { new DbUpdateException("", new NpgsqlException("", new TimeoutException())), true },
            { new InvalidOperationException("", Refused("57P01")), true },
            { Refused("57014"), true },
            { Refused("55P03"), true },
            { Refused("53100"), true },
            { Refused("53300"), true },
            { Refused("25006"), true },
            { Refused("23505"), false },
            { Refused("22021"), false },
            { new InvalidOperationException("", new InvalidCastException()), false },
        };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Transient_failures_are_told_from_permanent_ones(
        Exception failure,
        bool isUnavailable
    ) => Assert.Equal(isUnavailable, DatabaseFailure.IsUnavailable(failure));

    [Theory]
    [InlineData("40001", false)]
    [InlineData("23505", false)]
    [InlineData("57P01", true)]
    [InlineData("08006", true)]
    public void A_refusal_by_the_server_means_that_nothing_was_done(string state, bool isUnknown) =>
        Assert.Equal(isUnknown, DatabaseFailure.IsOutcomeUnknown(Refused(state)));

    static PostgresException Refused(string state) => new("", "ERROR", "ERROR", state);
}
