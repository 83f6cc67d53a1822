using Npgsql;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Pages;

/// <summary>A kind of page that is asked for, and what tells one such address from another.</summary>
sealed record Visit(string Name, string What, IReadOnlyList<(string Address, string[] Keys)> All)
{
    // As many at every size: what is kept in memory must not make the small office look quicker.
    const int Different = 900;

    internal IReadOnlyList<string> Addresses => [.. All.Select(one => one.Address)];

    internal IReadOnlyList<string> FloorAddresses(string name) =>
        [
            .. All.Select(one =>
                $"/{name}?{string.Join('&', one.Keys.Select(key => "key=" + Uri.EscapeDataString(key)))}"
            ),
        ];

    internal static async Task<Visit[]> PlanAsync(Ground ground)
    {
        var people = await PeopleAsync(ground);
        return
        [
            new("team", "/team", [("/team", [])]),
            new("place", $"/team?after=…, {Different} places", [.. people.Select(Place)]),
            new("person", $"/team/{{id}}, {Different} people", [.. people.Select(Person)]),
        ];
    }

    static (string, string[]) Place((Guid Id, string Key) person) =>
        (
            $"/team?after={person.Id:N}{Uri.EscapeDataString(person.Key)}",
            [person.Id.ToString(), person.Key]
        );

    static (string, string[]) Person((Guid Id, string Key) person) =>
        ($"/team/{person.Id}", [person.Id.ToString()]);

    static async Task<List<(Guid, string)>> PeopleAsync(Ground ground)
    {
        await using var connection = new NpgsqlConnection(ground.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select id, name_key from employees where archived_at is null order by md5(phone) limit $1",
            connection
        );
        command.Parameters.Add(new() { Value = Different });
        await using var reader = await command.ExecuteReaderAsync();
        var people = new List<(Guid, string)>();
        while (await reader.ReadAsync())
            people.Add((reader.GetGuid(0), reader.GetString(1)));
        return people;
    }
}
