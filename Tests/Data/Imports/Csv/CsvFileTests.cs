using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Data.Imports.Csv;

namespace StaffDashboard.Tests.Data.Imports.Csv;

public sealed class CsvFileTests
{
    static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(false),
        new UTF8Encoding(true),
        new UnicodeEncoding(false, true),
        new UnicodeEncoding(true, true),
    ];

    [Fact]
    public void What_is_written_is_read_again_whatever_it_holds()
    {
        var nasty = Gen.Elements(
            "",
            "a",
            "Müller",
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "|",
            "\r",
            "\n",
            "\r\n",
            "'",
            "=1+1",
            "+49 151",
            "-",
            "@x",
            "'=x",
            "＝1+1",
            "＋",
            "'＠",
            " ",
            "😀",
            "\u2028",
            "sep=,"
        );
        var cell = Gen.ListOf(nasty).Select(parts => string.Concat(parts));
        var rows = Gen.ListOf(Gen.ArrayOf(cell, 3));
        var file =
            from content in rows
            from separator in Gen.Elements(',', ';', '\t', '|')
            from encoding in Gen.Elements(Encodings)
            select (content, separator, encoding);
        Prop.ForAll(
                file.ToArbitrary(),
                given =>
                {
                    var sent = given
                        .content.Select(cells => (string[])["x" + cells[0], .. cells[1..]])
                        .ToList();
                    var text =
                        CsvCell.Line(["Name", "Phone", "Notes"], given.separator)
                        + string.Concat(sent.Select(cells => CsvCell.Line(cells, given.separator)));
                    var read = ReadAsync([
                        .. given.encoding.GetPreamble(),
                        .. given.encoding.GetBytes(text),
                    ]).Result;
                    Assert.Equal(given.separator, read.Separator);
                    Assert.Equal(
                        sent,
                        read.Rows.Select(row => row.Cells.Select(CsvCell.Read).ToArray())
                    );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("Name;Phone\nA, B;1", ';')]
    [InlineData("Name,Phone\nA;1", ',')]
    [InlineData("Name\tPhone\nA,1\t2", '\t')]
    [InlineData("\"a;b;c\",Phone\nA,1", ',')]
    [InlineData("sep=|\nName|Phone\nA|1", '|')]
    [InlineData("\n\nName;Phone\nA;1", ';')]
    public async Task The_separator_is_found(string text, char separator) =>
        Assert.Equal(separator, (await ReadAsync(Encoding.UTF8.GetBytes(text))).Separator);

    [Fact]
    public async Task Old_Windows_letters_are_read()
    {
        var read = await ReadAsync([
            .. "Name\nM"u8,
            0xFC,
            .. "ller\nStra"u8,
            0xDF,
            .. "e \u20AC\n"u8,
        ]);
        Assert.Equal(["Müller", "Straße €"], read.Rows.Select(row => row.Cells[0]));
    }

    [Fact]
    public async Task A_line_has_the_number_on_which_it_begins()
    {
        var text = "Name,Notes\r\nA,\"one\r\ntwo\nthree\"\r\n\r\n,\r\nB,x\rC,\"y\"";
        var read = await ReadAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal(
            [(2, "A"), (7, "B"), (8, "C")],
            read.Rows.Select(row => (row.Line, row.Cells[0]))
        );
        Assert.Equal("one\r\ntwo\nthree", read.Rows[0].Cells[1]);
    }

    [Fact]
    public async Task A_named_separator_counts_as_a_line()
    {
        var read = await ReadAsync("sep=;\r\nName;Phone\r\nA;1"u8.ToArray());
        Assert.Equal(3, read.Rows.Single().Line);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("\r\n \r\n", "The file is empty.")]
    [InlineData("PK\u0003\u0004rest", "This is a spreadsheet, not a CSV file.")]
    [InlineData("a\0b\0", "This is not a text file.")]
    [InlineData("Name\nA\n\"B", "Line 3 has a cell that does not end")]
    public async Task A_file_that_cannot_be_read_is_refused_in_words(string text, string why)
    {
        var refused = await Assert.ThrowsAsync<FileRefused>(() =>
            ReadAsync(Encoding.UTF8.GetBytes(text))
        );
        Assert.StartsWith(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_quotation_mark_does_not_swallow_the_file()
    {
        var text = "Name\nA\n\"B\n" + string.Concat(Enumerable.Repeat("Somebody\n", 10_000));
        var refused = await Assert.ThrowsAsync<FileRefused>(() =>
            ReadAsync(Encoding.UTF8.GetBytes(text))
        );
        Assert.StartsWith("Line 3 has", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_nothing_but_separators_does_not_fill_the_memory()
    {
        var text = "Name,Phone\n" + new string(',', 100_000);
        var refused = await Assert.ThrowsAsync<FileRefused>(() =>
            ReadAsync(Encoding.UTF8.GetBytes(text))
        );
        Assert.StartsWith("Line 2 has more than", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nameless_columns_get_a_number()
    {
        using var file = await CsvFile.OpenAsync(
            new MemoryStream("Name,,\nA,,"u8.ToArray()),
            default
        );
        Assert.Equal(["Name", "Column 2", "Column 3"], file.Columns);
    }

    static async Task<(char Separator, List<CsvRow> Rows)> ReadAsync(byte[] bytes)
    {
        using var file = await CsvFile.OpenAsync(new MemoryStream(bytes), default);
        return (file.Separator, await file.RowsAsync(default).ToListAsync());
    }
}
