using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>What a request with a key changes: claimed, changed and committed in one transaction.</summary>
public sealed class Effect(Office office, IHttpContextAccessor http, ILogger<Effect> log)
{
    IDbContextTransaction? open;
    Asked? claimed;

    internal bool IsOpen => open is not null;
    internal bool IsSaved { get; private set; }

    /// <summary>
    /// False when it was done before. Waits for whoever is doing it right now. What was refused may be mended: without
    /// script it comes back under the key that its form had.
    /// </summary>
    internal async Task<bool> ClaimAsync(Asked asked)
    {
        open = await office.Database.BeginTransactionAsync();
        http.HttpContext!.Items[FragmentCache.Uncommitted] = true;
        claimed = asked;
        var rows = await office.Database.ExecuteSqlAsync(
            $"""
            insert into saved_answers (user_id, key, body_hash, path, at)
            values ({asked.Person}, {asked.Key}, {asked.Hash}, {asked.Path}, clock_timestamp())
            on conflict (user_id, key) do update set body_hash = excluded.body_hash, path = excluded.path,
              at = excluded.at, status = null, headers = null, body = null
            where saved_answers.body_hash = any (saved_answers.refused_hashes)
              and excluded.body_hash <> all (saved_answers.refused_hashes)
            """
        );
        if (rows == 0)
            await GiveUpAsync();
        return rows > 0;
    }

    /// <summary>
    /// Commits what was changed so far, for good. To be called before something is done that cannot be taken back
    /// with it (a letter, a bell, a session); without a key it was committed already.
    /// </summary>
    public async Task SettleAsync()
    {
        if (open is null)
            return;
        Outcome.BecomesUnknown(http.HttpContext!);
        try
        {
            await open.CommitAsync();
        }
        catch (Exception refused) when (!DatabaseFailure.IsOutcomeUnknown(refused))
        {
            Outcome.IsRefused(http.HttpContext!);
            throw;
        }
        IsSaved = true;
        await CloseAsync();
    }

    /// <summary>
    /// Saves without a savepoint of its own, which costs two statements. Whoever goes on after a refusal of the
    /// database begins again: the transaction is spoiled.
    /// </summary>
    public async Task SaveAsync(CancellationToken stop)
    {
        office.Database.AutoSavepointsEnabled = false;
        try
        {
            await office.SaveChangesAsync(stop);
        }
        finally
        {
            office.Database.AutoSavepointsEnabled = true;
        }
    }

    /// <summary>All that was done is taken back, and the key claimed anew.</summary>
    public async Task BeginAgainAsync()
    {
        if (open is null)
            return;
        await GiveUpAsync();
        if (!await ClaimAsync(claimed!))
            throw new DoneMeanwhile(claimed!);
    }

    /// <summary>Commits with what is answered, so that both are there or neither.</summary>
    internal async Task SettleAsync(KeptAnswer? answer)
    {
        if (open is not null && answer is not null)
            await office.Database.ExecuteSqlAsync(
                $"""
                update saved_answers
                set status = {answer.Status}, headers = {answer.HeadersAsJson}::jsonb, body = {answer.Body}
                where user_id = {claimed!.Person} and key = {claimed.Key}
                """
            );
        await SettleAsync();
    }

    // Often the connection is what broke: then there is nothing left to roll back, and failing at that would only hide
    // what went wrong.
    internal async Task GiveUpAsync()
    {
        if (open is null)
            return;
        try
        {
            await open.RollbackAsync();
            await CloseAsync();
        }
        catch (Exception broken) when (IsSecondary(broken))
        {
            log.LogDebug(
                broken,
                "A change could not be rolled back; the server does that by itself"
            );
            Forget();
        }
    }

    static bool IsSecondary(Exception broken) =>
        broken is DbException or InvalidOperationException or IOException
        || DatabaseFailure.IsUnavailable(broken);

    async Task CloseAsync()
    {
        await open!.DisposeAsync();
        Forget();
    }

    void Forget()
    {
        open = null;
        http.HttpContext!.Items.Remove(FragmentCache.Uncommitted);
    }
}
