using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StaffDashboard.Web.Live;

/// <summary>
/// Rings when something was committed through EF: by a save or a bulk statement on its own, or at the end of a
/// transaction. Inside one it must stay silent: the readers would look before there is anything to see.
/// </summary>
public sealed class RingAfterCommit(Doorbell doorbell)
    : ISaveChangesInterceptor,
        IDbTransactionInterceptor,
        IDbCommandInterceptor
{
    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        RingUnless(eventData.Context?.Database.CurrentTransaction is not null);
        return result;
    }

    public ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    ) => new(SavedChanges(eventData, result));

    public void TransactionCommitted(
        DbTransaction transaction,
        TransactionEndEventData eventData
    ) => doorbell.Ring();

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        doorbell.Ring();
        return Task.CompletedTask;
    }

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        RingUnless(command.Transaction is not null);
        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    ) => new(NonQueryExecuted(command, eventData, result));

    void RingUnless(bool inTransaction)
    {
        if (!inTransaction)
        {
            doorbell.Ring();
        }
    }
}
