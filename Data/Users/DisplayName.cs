using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffDashboard.Data.Users;

/// <summary>
/// What a user is called. It signs the history, so it is told apart from every other name at a glance, and from the
/// program's: the database knows which look the same and which are reserved, see lookalikes.sql and
/// names.sql.
/// </summary>
public static class DisplayName
{
    public const int Longest = 120;

    public const string Taken =
        "This name is already taken, or looks like one that is. Add a second name or an initial.";

    /// <summary>What is wrong with it; null when it can be saved.</summary>
    public static async Task<string?> ProblemAsync(
        Office office,
        User user,
        string? typed,
        string officeName,
        CancellationToken stop
    )
    {
        if (typed?.Length > Longest * 4)
            return $"Enter a name of at most {Longest} characters.";
        var name = CleanText.Of(typed ?? "");
        return name.Length == 0 ? "Enter your name, as colleagues know it."
            : name.Length > Longest
                ? $"Enter a name of at most {Longest} characters; this has {name.Length}."
            : !NameText.IsPlain(name) ? $"This name {NameText.Problem}"
            : await ImpersonationAsync(office, user, name, officeName, stop);
    }

    /// <summary>Somebody else got the name in the same moment.</summary>
    public static bool IsTaken(DbUpdateException failed) =>
        failed.InnerException is PostgresException { ConstraintName: "users_name_key" };

    static async Task<string?> ImpersonationAsync(
        Office office,
        User user,
        string name,
        string officeName,
        CancellationToken stop
    )
    {
        var found = await office
            .Database.SqlQuery<string>(
                $"""
                select case
                  when is_reserved_name({name}) or name_key({name}) = name_key({officeName}) then 'reserved'
                  when name_key({name}) like '%@%' and {name} <> {user.Email} then 'address'
                  when exists (select from users where name_key(name) = name_key({name}) and id <> {user.Id}) then 'taken'
                  else '' end as "Value"
                """
            )
            .ToListAsync(stop);
        return found[0] switch
        {
            "reserved" => "This name is reserved for the program. Enter your own.",
            "address" => "Enter a name instead of an e-mail address.",
            "taken" => Taken,
            _ => null,
        };
    }
}
