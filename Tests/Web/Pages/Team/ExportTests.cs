using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Imports.Csv;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team;

public class ExportTests(TestPostgres postgres) : TeamPages(postgres)
{
    [Fact]
    public async Task The_file_holds_the_view_and_can_be_read_in_again()
    {
        var ann = await HireAsync(
            "Ann \"Änn\" O'Neill",
            p =>
            {
                p.Phone = "+4915123456701";
                p.HourlyRate = 14.5m;
                p.Notes = "two\nlines; and, commas";
                p.OpeningHours = 1234.5m;
                p.LastWorkedOn = new(2026, 11, 2);
                p.HaveSkills(["bar", "English"]);
            }
        );
        await HireAsync("Bob");

        var rows = Rows(await DownloadAsync(Manager, "?q=ann&separator=;"), ';');

        var row = Assert.Single(rows);
        Assert.Equal(Employee.Type.InFiles.Select(field => field.Label), row.Keys);
        foreach (var field in Employee.Type.InFiles)
        {
            Assert.True(
                field.TryRead(row[field.Label], OfficeWords.Plain, out var value, out var problem),
                problem
            );
            Assert.Equal(field.Of(ann), value);
        }
    }

    [Fact]
    public async Task It_begins_with_a_mark_and_goes_beyond_one_page()
    {
        await Database.RunAsync(
            "insert into employees (id, name, skills, employment, always_needed, notes, opening_hours) select gen_random_uuid(), 'P' || i, '{}', 'Student', false, '', i from generate_series(1, 1300) i"
        );

        var file = await DownloadAsync(Manager, "?sort=hours-desc");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file[..3]);
        var names = Rows(file, ',').Select(row => row["Name"]).ToList();
        Assert.Equal(1300, names.Count);
        Assert.Equal(["P1300", "P1299"], names[..2]);
    }

    [Fact]
    public async Task The_rate_is_not_in_the_file_of_staff()
    {
        await HireAsync("Ann", p => p.HourlyRate = 99);

        Assert.DoesNotContain(
            "Hourly rate",
            Rows(await DownloadAsync(Staff, ""), ',').Single().Keys
        );
        Assert.Equal("99", Rows(await DownloadAsync(Manager, ""), ',').Single()["Hourly rate"]);
    }

    [Fact]
    public void No_cell_is_a_formula_and_every_cell_is_read_as_it_was_written() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(string?, string?, char)>(),
                given =>
                {
                    var cells = new[]
                    {
                        given.Item3 + (given.Item1 ?? ""),
                        "=" + given.Item2,
                        "@x",
                        "\tx",
                        "\rx",
                        "\nx",
                        "＝1+1",
                        "＋x",
                        "－x",
                        "＠x",
                        "'＝" + given.Item1,
                        "-1+2",
                        "+4915123456701",
                    }
                        .Select(cell => cell.Replace("\0", "", StringComparison.Ordinal))
                        .ToArray();
                    var read = Cells(CsvCell.Line(cells, ';'));
                    return read.Select(CsvCell.Read).SequenceEqual(cells)
                        && read.All(cell => !IsDangerous(cell));
                }
            )
            .Check(Config.QuickThrowOnFailure);

    static bool IsDangerous(string cell) =>
        cell.Length > 0
        && "=+-@＝＋－＠\t\r\n".Contains(cell[0], StringComparison.Ordinal)
        && !cell.AsSpan(1).ToString().All(char.IsAsciiDigit);

    static string[] Cells(string line) => Read(line, ';').Single();

    static List<Dictionary<string, string>> Rows(byte[] file, char separator)
    {
        var lines = Read(Encoding.UTF8.GetString(file.AsSpan(3)), separator);
        return
        [
            .. lines
                .Skip(1)
                .Select(cells =>
                    lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second)
                ),
        ];
    }

    // RFC 4180, written for this test alone: what reads must not be what wrote.
    static List<string[]> Read(string text, char separator)
    {
        var (lines, cells, cell, quoted) = (
            new List<string[]>(),
            new List<string>(),
            new StringBuilder(),
            false
        );
        for (var at = 0; at < text.Length; at++)
        {
            var isQuote = text[at] == '"';
            if (quoted && isQuote && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else if (isQuote)
                quoted = !quoted;
            else if (quoted || (text[at] != separator && text[at] is not ('\r' or '\n')))
                cell.Append(text[at]);
            else if (text[at] != '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (text[at] == '\n')
                {
                    lines.Add([.. cells]);
                    cells.Clear();
                }
            }
        }
        return lines;
    }

    static async Task<byte[]> DownloadAsync(Visitor visitor, string query)
    {
        using var answer = await visitor.GetAsync("/team/export.csv" + query);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
