using Bunit;
using StaffDashboard.Data.Measures;
using StaffDashboard.Web.Pages.Admin.Health;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

public class TilesTests : BunitContext
{
    static readonly HealthTile Tile = new(
        HealthFigures.Success,
        new("99.5", "%"),
        "1 of 200 failed",
        Change.Of(HealthFigures.Success, 99.5, 90, Period.Day),
        [1, null, 3]
    );

    [Fact]
    public void What_is_known_is_shown_with_how_it_was_before()
    {
        var tiles = Tiles(new() { Live = 1 });

        Assert.False(tiles.Find("#health").HasAttribute("data-unknown"));
        Assert.Equal("99.5%", tiles.Find("[data-figure=success]").TextContent);
        Assert.Equal("better, 90 % the day before", tiles.Find(".change.good").TextContent);
    }

    [Fact]
    public void Without_a_heartbeat_every_tile_is_unknown()
    {
        var tiles = Tiles(new() { IsKnown = false });

        Assert.True(tiles.Find("#health").HasAttribute("data-unknown"));
        Assert.All(tiles.FindAll(".tile"), tile => Assert.NotNull(tile.QuerySelector("b.unknown")));
        Assert.Empty(tiles.FindAll(".verdict.good"));
    }

    [Fact]
    public void Five_figures_stand_first_and_the_others_a_press_away()
    {
        var tiles = Tiles(new() { Live = 1 }, HealthFigures.All);

        Assert.Equal(
            ["connections", "seen", "success", "waiting", "contradictions"],
            tiles
                .FindAll(".headline [data-figure]")
                .Select(tile => tile.GetAttribute("data-figure"))
        );
        Assert.Equal(
            HealthFigures.All.Count - 5,
            tiles.FindAll("details:not([open]) [data-figure]").Count
        );
    }

    [Fact]
    public void The_others_are_open_where_one_of_them_is_looked_at() =>
        Assert.True(
            Tiles(
                    new() { Live = 1 },
                    HealthFigures.All,
                    new() { Figure = HealthFigures.Of("retries") }
                )
                .Find("details")
                .HasAttribute("open")
        );

    [Theory]
    [InlineData(10, 20, "attention", "worse, 20 % the day before", "arrow-down")]
    [InlineData(20, 10, "good", "better, 10 % the day before", "arrow-up")]
    [InlineData(20, 20, "", "same, 20 % the day before", "equal")]
    public void A_change_has_an_arrow_and_a_word(
        double now,
        double was,
        string tone,
        string words,
        string icon
    ) =>
        Assert.Equal(
            new Change(icon, tone, words),
            Change.Of(HealthFigures.Success, now, was, Period.Day)
        );

    [Fact]
    public void Where_nothing_was_measured_the_line_is_broken() =>
        Assert.Equal(
            2,
            Render<Spark>(spark => spark.Add(s => s.Course, [1, null, 3, 4]))
                .Find("path")
                .GetAttribute("d")!
                .Count(letter => letter == 'M')
        );

    [Theory]
    [InlineData(38.4, "ms", "38 ms")]
    [InlineData(2400.0, "ms", "2.4 s")]
    [InlineData(99.996, "%", "99.99 %")]
    [InlineData(99.98, "%", "99.98 %")]
    [InlineData(96.27, "%", "96.3 %")]
    [InlineData(82.82, "%", "83 %")]
    [InlineData(3.27, "%", "3.3 %")]
    [InlineData(0.02, "%", "under 0.1 %")]
    [InlineData(0.0, "%", "0 %")]
    [InlineData(100.0, "%", "100 %")]
    [InlineData(18204.0, "", "18,204")]
    [InlineData(null, "ms", "–")]
    public void A_number_is_written_as_one_reads_it(double? value, string unit, string words) =>
        Assert.Equal(words, Amount.Of(value, unit).ToString());

    IRenderedComponent<Tiles> Tiles(
        HealthFacts facts,
        IEnumerable<HealthFigure>? figures = null,
        HealthFilter? filter = null
    ) =>
        Render<Tiles>(tiles =>
            tiles
                .Add(t => t.Summary, HealthSummary.Of(facts))
                .Add(t => t.All, [.. figures?.Select(f => Tile with { Figure = f }) ?? [Tile]])
                .Add(t => t.Filter, filter ?? new HealthFilter())
        );
}
