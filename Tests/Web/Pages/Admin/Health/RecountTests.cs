using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Admin.Health;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>Each figure, its comparison, its small course, its chart and its line in the file, held against a count made here.</summary>
public sealed partial class RecountTests(TestPostgres postgres) : HealthOffice(postgres)
{
    readonly List<string> wrong = [];

    DateTimeOffset now;
    DateTimeOffset from;
    Samples told = new([]);
    Samples toldBefore = new([]);
    Period period = Period.Day;

    [Theory]
    [InlineData("24h", "measure_minutes", "the day before")]
    [InlineData("7d", "measure_minutes", "the week before")]
    [InlineData("30d", "measure_node_hours", "the 30 days before")]
    public async Task Every_figure_of_the_page_is_what_a_count_of_single_values_comes_to(
        string key,
        string table,
        string before
    )
    {
        Assert.Equal(
            HealthFigures.All.Select(figure => figure.Key).Order(StringComparer.Ordinal),
            Recount.All.Keys.Order(StringComparer.Ordinal)
        );
        period = Period.All.Single(one => one.Key == key);
        await PlantAsync(table);
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync($"{Planted}&period={key}");
        var file = (
            await TextAsync(manager, $"{Page}/figures.csv?node=planted&period={key}")
        ).Split("\r\n");
        foreach (var figure in HealthFigures.All)
        {
            CheckTile(page, file, figure, before);
            CheckCourse(page, figure);
            CheckLines(
                figure,
                await TextAsync(
                    manager,
                    $"{Page}/series?node=planted&period={key}&figure={figure.Key}"
                )
            );
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // The clock runs on while the test does: no step ends within the next nine minutes.
    async Task PlantAsync(string table)
    {
        var isByHour = table == "measure_node_hours";
        now = Floor(App.Clock.GetUtcNow(), TimeSpan.FromHours(1)).AddMinutes(21);
        App.Clock.Set(now);
        var whole = period.Fine > TimeSpan.FromHours(1) ? period.Fine : TimeSpan.FromHours(1);
        from = Floor(now - period.Length, whole) + whole;
        await Database.RunAsync("select roll_up_measures()");
        double[] parts = [0, 0.1, 0.104, 0.35, 0.36, 0.6, 0.8, 0.9];
        var grain = isByHour ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1);
        var last = isByHour ? now.AddHours(-3) : now.AddMinutes(-2);
        var moments = parts
            .Select(part => Floor(from + (period.Length * part), grain))
            .Append(Floor(last, grain))
            .ToList();
        told = SampledOffice.At(moments, 1);
        toldBefore = SampledOffice.At(moments.Skip(2).Select(at => at - period.Length), 2);
        // At its edges, and in neither of them.
        var neither = SampledOffice.At(
            isByHour
                ? [from - period.Length - grain]
                : [from.AddMinutes(-10), from - period.Length - grain],
            3
        );
        await SampledOffice.WriteAsync(
            Database,
            table,
            new([.. told.All, .. toldBefore.All, .. neither.All])
        );
        if (!isByHour)
            await Database.RunAsync("select roll_up_measures()");
        await Database.RunAsync(
            $"""
            insert into browsers (id, user_id, node, state, transport, queue_length, queue_oldest, opened_at, seen_at)
            select gen_random_uuid(), id, 'planted', 'live', 'websockets', 2, '{now:u}', '{now:u}', '{now:u}'
            from users where role in ('Staff', 'Admin')
            """
        );
    }

    void CheckTile(IHtmlDocument page, string[] file, HealthFigure figure, string before)
    {
        var (counted, earlier) = (CountOf(figure, told), CountOf(figure, toldBefore));
        // Two of them say how it is at this moment.
        var shown = figure.Key switch
        {
            "connections" => 2,
            "waiting" => 4,
            _ => counted,
        };
        var amount = Amount.Of(shown, figure.Unit);
        Same(figure, "tile", amount.Number + amount.Unit, Figure(page, figure.Key));
        var change = figure.Key switch
        {
            "connections" => "2 pages by direct line",
            "waiting" =>
                $"at most {Amount.Of(counted, "")}: {Against(figure, counted, earlier, before)}",
            _ => Against(figure, counted, earlier, before),
        };
        Same(figure, "comparison", change, Change(page, figure.Key));
        var start =
            $"{figure.Title},{amount.Number.Replace(",", "", StringComparison.Ordinal)},{amount.Unit},";
        if (!file.Any(line => line.StartsWith(start, StringComparison.Ordinal)))
            wrong.Add($"{figure.Key}: no line of the file begins with {start}");
    }

    // Two per cent more or less are called the same.
    static string Against(HealthFigure figure, double? now, double? was, string before)
    {
        var than = $"{Amount.Of(was, figure.Unit)} {before}";
        if (Math.Abs(now!.Value - was!.Value) <= 0.02 * Math.Max(now.Value, was.Value))
            return $"same, {than}";
        var way = Recount.All[figure.Key].Better * Math.Sign(now.Value - was.Value);
        return (
                way > 0 ? "better, "
                : way < 0 ? "worse, "
                : now > was ? "more, "
                : "less, "
            ) + than;
    }

    // The hour that has just begun is left out.
    void CheckCourse(IHtmlDocument page, HealthFigure figure)
    {
        var values = new List<double?>();
        for (var at = from; at + period.Step <= now + period.Fine; at += period.Step)
        {
            var step = told.In(at, at + period.Step);
            values.Add(
                Recount.All[figure.Key].IsAlwaysKnown || step.All.Any(IsMeasured)
                    ? CountOf(figure, step)
                    : null
            );
        }
        var top = values.Max() is > 0 and var most ? most : 1;
        var drawn = values
            .Select(
                (value, i) =>
                    value is null
                        ? null
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"{(i > 0 && values[i - 1] is not null ? 'L' : 'M')}{100.0 * i / (values.Count - 1):0.#} {22 - (20 * value.Value / top):0.#}"
                        )
            )
            .OfType<string>();
        var path = page.QuerySelector($"#tile-{figure.Key} .spark path")!.GetAttribute("d")!;
        Same(
            figure,
            "course",
            string.Join(' ', drawn),
            string.Join(' ', Point().Matches(path).Select(point => point.Value))
        );
    }

    void CheckLines(HealthFigure figure, string text)
    {
        var recount = Recount.All[figure.Key];
        var series = JsonDocument.Parse(text).RootElement;
        var lines = series
            .GetProperty("lines")
            .EnumerateArray()
            .ToDictionary(
                line => line.GetProperty("name").GetString()!,
                line => line.GetProperty("values").EnumerateArray().Select(Cell).ToList(),
                StringComparer.Ordinal
            );
        var steps = new List<DateTimeOffset>();
        for (var at = from; at < now; at += period.Fine)
            steps.Add(at);
        Same(
            figure,
            "times",
            string.Join(' ', steps.Select(at => at.ToUnixTimeSeconds())),
            string.Join(' ', series.GetProperty("times").EnumerateArray())
        );
        var expected = recount.Lines.Length > 0 ? recount.Lines : [(figure.Title, recount.Value)];
        Same(
            figure,
            "lines",
            string.Join(", ", expected.Select(one => one.Item1).Order(StringComparer.Ordinal)),
            string.Join(", ", lines.Keys.Order(StringComparer.Ordinal))
        );
        foreach (var (name, value) in expected)
            Same(
                figure,
                name,
                string.Join(
                    ' ',
                    steps.Select(at =>
                    {
                        var step = told.In(at, at + period.Fine);
                        return Written(
                            recount.IsAlwaysKnown || step.Tell(recount.Names) ? value(step) : null
                        );
                    })
                ),
                string.Join(' ', lines.GetValueOrDefault(name) ?? [])
            );
    }

    static async Task<string> TextAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    static double? CountOf(HealthFigure figure, Samples samples) =>
        Recount.All[figure.Key].Value(samples);

    static bool IsMeasured(Sample one) => one.Name != SampledOffice.Contradiction;

    static string Cell(JsonElement value) =>
        Written(value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null);

    static string Written(double? value) =>
        value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "-";

    static DateTimeOffset Floor(DateTimeOffset at, TimeSpan grain) =>
        new(at.UtcTicks / grain.Ticks * grain.Ticks, TimeSpan.Zero);

    void Same(HealthFigure figure, string what, string expected, string actual)
    {
        if (expected != actual)
            wrong.Add($"{figure.Key}, {what}: counted {expected}, shown {actual}");
    }

    [GeneratedRegex(@"[ML]-?[\d.]+ -?[\d.]+", RegexOptions.None, 1000)]
    private static partial Regex Point();
}
