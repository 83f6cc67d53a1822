using System.Collections.Concurrent;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>Sends the requests of a seed, those of each actor one after the other, until one makes the program fail or it is enough.</summary>
static class Fuzzer
{
    internal static readonly UserRole?[] Actors =
    [
        null,
        UserRole.Staff,
        UserRole.Manager,
        UserRole.Admin,
    ];

    /// <param name="isEnough">By the number of requests that one actor has sent.</param>
    internal static async Task<FuzzRun> RunAsync(
        FuzzOffice office,
        FuzzMaterial material,
        int seed,
        UserRole?[] roles,
        Func<int, bool> isEnough,
        int mostFailures = 1
    )
    {
        var failures = new ConcurrentDictionary<string, FuzzFailure>();
        var counts = await Task.WhenAll(roles.Select(ActAsync));
        return new(counts.Sum(), [.. failures.Values]);

        async Task<int> ActAsync(UserRole? role)
        {
            using var actor = new FuzzActor(office, role);
            await actor.EnterAsync();
            await using var hub = new FuzzHub(office, material, actor);
            var number = 0;
            for (; failures.Count < mostFailures && !isEnough(number); number++)
            {
                var dice = new Random(SeedOf(seed, role, number));
                var (request, answer) =
                    role is not null && number % 8 == 7
                        ? await hub.CallAsync(dice)
                        : await SendAsync(
                            new FuzzRequests(material, dice).Next(number - number / 8)
                        );
                if (answer is not null)
                    failures.TryAdd(
                        FuzzFailure.CauseOf(answer),
                        new(seed, actor.Who, number, request, answer)
                    );
            }
            return number;

            async Task<(string, string?)> SendAsync(FuzzRequest request) =>
                ($"{request}", await actor.SendAsync(request));
        }
    }

    // Neighbours must have nothing in common; HashCode would be another one in each process.
    static int SeedOf(int seed, UserRole? role, int number)
    {
        var mixed = unchecked(
            (uint)seed * 2_654_435_761 + (uint)((int?)role + 1 ?? 0) * 40_503 + (uint)number
        );
        mixed = unchecked((mixed ^ mixed >> 16) * 0x45D9F3B);
        return unchecked((int)(mixed ^ mixed >> 16));
    }
}

sealed record FuzzRun(int Requests, IReadOnlyList<FuzzFailure> Failures);
