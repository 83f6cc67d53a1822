using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using StaffDashboard.Data.Imports.Csv;

namespace StaffDashboard.Data.Imports;

/// <summary>Streams a file into the database, line by line; a file that is refused leaves nothing.</summary>
public static class Upload
{
    public static async Task<Import> ReceiveAsync(
        Office office,
        ImportType type,
        Stream stream,
        string fileName,
        CancellationToken stop
    )
    {
        using var file = await CsvFile.OpenAsync(stream, stop);
        if (file.Columns.Length > Import.MaxColumns)
            throw new FileRefused(
                $"The file has more than {Import.MaxColumns} columns. Leave out what is not about the {type.One}."
            );
        var import = new Import
        {
            OwnerId = office.ViewerId!.Value,
            TableName = type.Table,
            FileName = Shorten(fileName),
            Separator = file.Separator,
            Columns = file.Columns,
            Mapping = type.Guess.Mapping(file.Columns),
            UpdateKnown = true,
        };
        await using var transaction = await office.Database.BeginTransactionAsync(stop);
        office.Add(import);
        await office.SaveChangesAsync(stop);
        import.Total = await CopyAsync(office, import.Id, file, stop);
        if (import.Total == 0)
            throw new FileRefused($"The file has a heading and no {type.Many} under it.");
        await office.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return import;
    }

    static async Task<int> CopyAsync(Office office, Guid id, CsvFile file, CancellationToken stop)
    {
        var connection = (NpgsqlConnection)office.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy import_rows (import_id, line, cells) from stdin (format binary)",
            stop
        );
        var total = 0;
        await foreach (var row in file.RowsAsync(stop))
        {
            if (++total > Import.MaxRows)
                throw new FileRefused(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The file has more than {CountText.Number(Import.MaxRows)} lines. Split it and send the parts one by one."
                    )
                );
            await copy.StartRowAsync(stop);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, stop);
            await copy.WriteAsync(row.Line, NpgsqlDbType.Integer, stop);
            await copy.WriteAsync(Stored(row.Cells), NpgsqlDbType.Array | NpgsqlDbType.Text, stop);
        }
        await copy.CompleteAsync(stop);
        return total;
    }

    // PostgreSQL's text cannot hold it, and no name has it.
    static string[] Stored(string[] cells) =>
        Array.ConvertAll(cells, cell => cell.Replace("\0", "", StringComparison.Ordinal));

    static string Shorten(string fileName)
    {
        var name = fileName.Split('/', '\\')[^1];
        return name.Length > 200 ? name[^200..] : name;
    }
}
