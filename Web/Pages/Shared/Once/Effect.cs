using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>What a request with a key changes: claimed, changed and committed in one transaction.</summary>
public sealed class Effect(Office office, IHttpContextAccessor http)
{
    IDbContextTransaction? open;

    internal bool IsOpen => open is not null;
    internal bool IsSaved { get; private set; }

    /// <summary>False when it was done before. Waits for whoever is doing it right now.</summary>
    internal async Task<bool> ClaimAsync(Asked asked)
    {
        open = await office.Database.BeginTransactionAsync();
        http.HttpContext!.Items[FragmentCache.Uncommitted] = true;
        var claimed = await office.Database.ExecuteSqlAsync(
            $"""
            insert into saved_answers (user_id, key, body_hash, path, at)
            values ({asked.Person}, {asked.Key}, {asked.Hash}, {asked.Path}, clock_timestamp())
            on conflict do nothing
            """
        );
        if (claimed == 0)
            await GiveUpAsync();
        return claimed > 0;
    }

    /// <summary>
    /// Commits what was changed so far, for good. To be called before something is done that cannot be taken back
    /// with it (a letter, a bell, a session); without a key it was committed already.
    /// </summary>
    public async Task SettleAsync()
    {
        if (open is null)
            return;
        await open.CommitAsync();
        IsSaved = true;
        await CloseAsync();
    }

    internal async Task GiveUpAsync()
    {
        if (open is null)
            return;
        await open.RollbackAsync();
        await CloseAsync();
    }

    async Task CloseAsync()
    {
        await open!.DisposeAsync();
        open = null;
        http.HttpContext!.Items.Remove(FragmentCache.Uncommitted);
    }
}
