using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>Every form, query and hub method, with values that nobody means well with, from a stranger and from each role.</summary>
public sealed class FuzzTests(TestPostgres postgres)
{
    [Fact]
    public async Task No_request_makes_the_program_fail()
    {
        var seed = FuzzSettings.Seed;
        TestContext.Current.TestOutputHelper!.WriteLine($"FUZZ_SEED={seed}");
        await using var office = await FuzzOffice.StartAsync(postgres);
        var material = await office.GatherAsync();
        var clock = Stopwatch.StartNew();

        // The time says how much is tried, and nothing else.
        var run = await Fuzzer.RunAsync(
            office,
            material,
            seed,
            Fuzzer.Actors,
            _ => clock.Elapsed > FuzzSettings.Length,
            FuzzSettings.MostFailures
        );

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{run.Requests} requests, {material.Targets.Length} targets"
        );
        Assert.True(run.Failures.Count == 0, string.Join("\n\n", run.Failures));
        await AssertAliveAsync(office);
    }

    [Fact]
    public async Task A_fault_in_a_page_is_found_and_found_again_by_its_seed()
    {
        await using var office = await FuzzOffice.StartAsync(
            postgres,
            services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new PlantedFault()))
        );
        var material = await office.GatherAsync();

        var found = await FindAsync(office, material);
        var again = await FindAsync(office, material);

        Assert.Equal((found.Number, found.Request), (again.Number, again.Request));
        await AssertAliveAsync(office);
    }

    [Fact]
    public async Task A_fault_in_the_hub_is_found()
    {
        await using var office = await FuzzOffice.StartAsync(
            postgres,
            services => services.Configure<HubOptions>(hub => hub.AddFilter(new PlantedFault()))
        );

        var found = await FindAsync(office, await office.GatherAsync());

        Assert.StartsWith("hub: ", found.Request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_handler_with_what_it_reads_and_every_method_of_the_hub_is_tried()
    {
        await using var office = await FuzzOffice.StartAsync(postgres);

        var targets = await FuzzTargets.OfAsync(office.App.Services);

        Assert.Equal(
            ["Ping", "Show", "Watch"],
            FuzzHub.MethodsOf(office.App.Services).Select(method => method.Name)
        );
        Assert.Contains(
            targets,
            target =>
                target is { Route: "team/new", Handler: "Check", Method: "POST" }
                && target.Names.Contains("field")
        );
        Assert.Contains(
            targets,
            target => target.Route == "admin/audit" && target.Names.Contains("From")
        );
        Assert.Contains(targets, target => target.Names.Contains("Form.Fields[0]"));
        Assert.True(targets.Length > 100, $"Only {targets.Length}");
    }

    // Whatever else is found is for the test above.
    static async Task<FuzzFailure> FindAsync(FuzzOffice office, FuzzMaterial material) =>
        Assert.Single(
            (
                await Fuzzer.RunAsync(
                    office,
                    material,
                    seed: 1,
                    [UserRole.Admin],
                    number => number == 400,
                    mostFailures: int.MaxValue
                )
            ).Failures,
            failure => failure.Answer.Contains(PlantedFault.Words, StringComparison.Ordinal)
        );

    static async Task AssertAliveAsync(FuzzOffice office)
    {
        await office.RestoreAsync();
        foreach (var role in Enum.GetValues<UserRole>())
        {
            using var visitor = await office.App.SignInAsync(role);
            Assert.NotNull((await visitor.GetPageAsync("/team")).QuerySelector("#team-list, main"));
        }
        using var stranger = office.App.Stranger();
        await Eventually.EqualAsync(
            HttpStatusCode.OK,
            async () =>
            {
                using var answer = await stranger.GetAsync("/health/ready");
                return answer.StatusCode;
            }
        );
    }
}
