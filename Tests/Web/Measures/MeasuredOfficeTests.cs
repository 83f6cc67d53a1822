using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data;
using StaffDashboard.Data.Measures;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Assets;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Measures;

namespace StaffDashboard.Tests.Web.Measures;

/// <summary>Every figure of the server, held against a count made here.</summary>
public class MeasuredOfficeTests(TestPostgres postgres) : OfficeTest(postgres)
{
    [Fact]
    public async Task Every_request_is_counted_under_its_route()
    {
        using var sam = await App.SignInAsync();
        await SumAsync(Figure.Request, "GET /team");
        var before = (await SumAsync(Figure.Request, "GET /team/{id:guid}")).Count;
        for (var i = 0; i < 7; i++)
        {
            using var gone = await sam.GetAsync($"/team/{Guid.CreateVersion7()}");
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }
        using var nowhere = await sam.GetAsync("/no/such/page");
        using var file = await sam.GetAsync("/js/app.js");
        using var kept = await sam.GetAsync(AssetUrl.For("js/app.js"));

        var byLabel = await ByLabelAsync(Figure.Request);
        Assert.Equal(before + 7, byLabel["GET /team/{id:guid}"].Count);
        Assert.Equal(
            byLabel["GET /team/{id:guid}"].Count,
            byLabel["GET /team/{id:guid}"].Buckets!.Sum()
        );
        Assert.Equal(1, byLabel["GET other"].Count);
        Assert.DoesNotContain(
            byLabel.Keys,
            label => label.Contains("app.js", StringComparison.Ordinal)
        );
        Assert.Equal(8, (await SumAsync(Figure.RequestError, "gone")).Count);
    }

    [Fact]
    public async Task Refused_forms_and_sign_ins_are_counted_by_what_was_wrong()
    {
        using var stranger = App.Stranger();
        for (var i = 0; i < 2; i++)
            using (
                await stranger.PostAsync(
                    "/account/sign-in",
                    ("Email", "sam@example.test"),
                    ("Password", "guessed")
                )
            ) { }

        Assert.Equal(2, (await SumAsync(Figure.RefusedSignIn, null)).Count);
        Assert.Equal(2, (await SumAsync(Figure.RequestError, "validation")).Count);
        Assert.Equal(2, (await SumAsync(Figure.Request, "POST /account/sign-in")).Count);
    }

    [Fact]
    public async Task Each_query_is_counted_to_the_request_that_asked()
    {
        using var sam = await App.SignInAsync();
        // Until the sign-in has been heard of, what it changes is read once more. To see the same number twice is not enough
        // for that: on a busy machine the news comes after both.
        await Eventually.TrueAsync(() =>
            App.Services.GetRequiredService<FragmentCache>().HasHeardAllAsync(Stop)
        );
        var once = 0L;
        await Eventually.TrueAsync(async () =>
        {
            once = await QueriesAsync(sam, 1);
            return once == await QueriesAsync(sam, 1);
        });

        Assert.True(once > 1);
        Assert.Equal(5 * once, await QueriesAsync(sam, 5));
        Assert.True((await SumAsync(Figure.Database, "GET /account/sessions")).Sum > 0);
        var asked = await ByLabelAsync(Figure.Database);
        var ofAnswers = asked.Where(each => each.Key != "background").Select(each => each.Value);
        var (queries, time) = (
            await SumAsync(Figure.AnswerQueries, null),
            await SumAsync(Figure.AnswerDatabase, null)
        );
        Assert.Equal(ofAnswers.Sum(each => each.Count), queries.Sum);
        Assert.Equal(ofAnswers.Sum(each => each.Sum), time.Sum, 0.001);
        Assert.Equal((await SumAsync(Figure.Request, null)).Count, queries.Count);
        Assert.Equal(queries.Count, (await SumAsync(Figure.Answer, null)).Count);
    }

    [Fact]
    public async Task Changes_fragments_memory_pool_and_collections_are_measured()
    {
        using var sam = await App.SignInAsync();
        using (await sam.GetAsync("/team")) { }
        await using (var office = Office())
        {
            office.WorkRoles.Add(new() { Name = "Bar" });
            await office.SaveChangesAsync(Stop);
        }
        await Eventually.TrueAsync(async () => (await SumAsync(Figure.Lag, null)).Count > 0);
        GC.Collect();
        App.Services.GetRequiredService<MeterEar>().Sample();

        Assert.True((await SumAsync(Figure.Fragment, null)).Count > 0);
        Assert.True((await SumAsync(Figure.Memory, null)).Mean > 1_000_000);
        Assert.True((await SumAsync(Figure.Pool, null)).Count > 0);
        Assert.True((await SumAsync(Figure.Collections, "gen2")).Count > 0);
    }

    [Fact]
    public async Task The_node_says_that_it_is_there_and_at_the_end_that_it_left()
    {
        await Eventually.TrueAsync(async () =>
            await CountAsync("nodes where stopped_at is null and disk_free_ratio > 0") == 1
        );

        await App.DisposeAsync();

        Assert.Equal(1, await CountAsync("nodes where stopped_at is not null"));
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_node_stops()
    {
        using var sam = await App.SignInAsync();
        for (var i = 0; i < 9; i++)
            using (await sam.GetAsync("/no/such/page")) { }

        await App.DisposeAsync();

        Assert.Equal(
            9,
            await Database.AskAsync<decimal>(
                "select sum(count) from measure_minutes where name = 'request' and label = 'GET other'"
            )
        );
    }

    [Fact]
    public async Task Nothing_is_lost_while_the_database_is_away()
    {
        using var sam = await App.SignInAsync();
        using (await sam.GetAsync("/no/such/page")) { }
        await Database.RunAsync("alter table measure_minutes rename to away");
        await Assert.ThrowsAsync<Npgsql.PostgresException>(WriteAsync);
        using (await sam.GetAsync("/no/such/page")) { }
        await Database.RunAsync("alter table away rename to measure_minutes");

        Assert.Equal(2, (await SumAsync(Figure.Request, "GET other")).Count);
    }

    [Fact]
    public async Task Two_flushes_of_one_minute_add_up()
    {
        using var sam = await App.SignInAsync();
        for (var i = 0; i < 3; i++)
        {
            using (await sam.GetAsync("/no/such/page")) { }
            await WriteAsync();
        }

        var reading = await SumAsync(Figure.Request, "GET other");
        Assert.Equal((3, 3), (reading.Count, reading.Buckets!.Sum()));
    }

    async Task<long> QueriesAsync(Visitor who, int views)
    {
        const string page = "/account/sessions";
        var before = (await SumAsync(Figure.Database, $"GET {page}")).Count;
        for (var i = 0; i < views; i++)
            using (await who.GetAsync(page)) { }
        return (await SumAsync(Figure.Database, $"GET {page}")).Count - before;
    }

    async Task<Reading> SumAsync(string name, string? label)
    {
        await WriteAsync();
        var now = App.Clock.GetUtcNow();
        await using var office = Office();
        return (await office.TotalsAsync([name], new(now.AddHours(-1), now.AddHours(1)), Stop)).Of(
            name,
            label
        );
    }

    async Task<IReadOnlyDictionary<string, Reading>> ByLabelAsync(string name)
    {
        await WriteAsync();
        var now = App.Clock.GetUtcNow();
        await using var office = Office();
        return (await office.TotalsAsync([name], new(now.AddHours(-1), now.AddHours(1)), Stop))
            .ByLabel(name)
            .ToDictionary(each => each.Label, each => each.Reading, StringComparer.Ordinal);
    }

    Task WriteAsync() =>
        App.Services.GetRequiredService<MinuteWriter>().WriteAsync(all: true, Stop);

    static CancellationToken Stop => TestContext.Current.CancellationToken;
}
