using System.Text;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Imports.Run;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Imports;

/// <summary>A kind of record that is declared, and nothing else, goes all the way from the file into its table.</summary>
public sealed class FirmImportTests(TestPostgres postgres) : IAsyncLifetime
{
    static readonly Guid Mia = Guid.CreateVersion7();
    TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        await database.RunAsync(Firm.TableSql);
        await database.RunAsync(
            "insert into firms values (gen_random_uuid(), 'Old Oak', 'hello@oak.example', 'Bonn', null), (gen_random_uuid(), 'Gone Gmbh', 'gone@gmbh.example', 'Bonn', now())"
        );
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Its_lines_are_checked_previewed_and_saved()
    {
        await using var office = Open();
        var import = await CheckedAsync(
            office,
            Firm.ByEmail,
            update: true,
            "Company;E-mail;City",
            "Old Oak;hello@oak.example;Köln",
            "Gone Gmbh;gone@gmbh.example;Berlin",
            "Nowhere;;",
            "Twice;hello@oak.example;Ulm"
        );

        Assert.Equal(
            ("firms", 1, 1, 2),
            (import.TableName, import.Added, import.Updated, import.Rejected)
        );
        Assert.Equal(
            [(4, "Enter a city."), (5, "E-mail: it's that of line 2.")],
            await RejectedAsync(office, import)
        );
        var preview = await Firm.ByEmail.PreviewAsync(
            office,
            await office.ImportRecords.OrderBy(r => r.Line).ToListAsync(Stop),
            Firm.ByEmail.Fields.All,
            OfficeWords.Plain,
            Stop
        );
        Assert.Equal(
            [new("Old Oak"), new("hello@oak.example"), new("Köln", "Bonn")],
            preview[0].Shown
        );

        import.Save(Mia, leaveRejectedOut: true);
        await office.SaveChangesAsync(Stop);
        await using (var teller = new Teller(Open(), import, TimeProvider.System))
            await Save.RunAsync(office, Firm.ByEmail, import, teller, TimeProvider.System, Stop);

        Assert.Equal(
            "Gone Gmbh Berlin, Gone Gmbh Bonn, Old Oak Köln",
            await database.AskAsync<string>(
                "select string_agg(name || ' ' || city, ', ' order by name, city) from firms"
            )
        );
    }

    [Fact]
    public async Task Only_new_ones_are_added_where_one_says_so()
    {
        await using var office = Open();
        var import = await CheckedAsync(
            office,
            Firm.ByEmail,
            update: false,
            "Name,E-mail,City",
            "Other Oak,hello@oak.example,Bonn",
            "New Nut,,Bonn"
        );

        Assert.Equal((1, 0), (import.Added, import.Updated));
        Assert.Equal(
            [(2, "E-mail: Old Oak has this address, 100% of it.")],
            await RejectedAsync(office, import)
        );
    }

    [Fact]
    public async Task A_name_can_tell_which_record_it_is()
    {
        await using var office = Open();
        var import = await CheckedAsync(
            office,
            Firm.ByName,
            update: true,
            "Name,City",
            "Old Oak,Bonn",
            "New Nut,Bonn",
            "New Nut,Ulm"
        );

        Assert.Equal((1, 0, 1), (import.Added, import.Updated, import.Unchanged));
        Assert.Equal([(4, "Name: line 3 has the same name.")], await RejectedAsync(office, import));
    }

    async Task<Import> CheckedAsync(
        Office office,
        ImportType type,
        bool update,
        params string[] lines
    )
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var import = await Upload.ReceiveAsync(office, type, file, "firms.csv", Stop);
        import.UpdateKnown = update;
        import.Check(Mia);
        await office.SaveChangesAsync(Stop);
        await using var connection = await office.HoldConnectionAsync(Stop);
        await using var teller = new Teller(Open(), import, TimeProvider.System);
        await Check.RunAsync(office, type, import, "49", teller, TimeProvider.System, Stop);
        return import;
    }

    static async Task<(int, string)[]> RejectedAsync(Office office, Import import) =>
        [
            .. from row in await Preview.RejectedAsync(office, import.Id, 0, 10, Stop)
            select (row.Line, row.Problem!),
        ];

    FirmOffice Open() =>
        new(
            new DbContextOptionsBuilder<Office>(Schema.Options(database.AppConnectionString))
                .AddInterceptors(new ViewerOnConnection())
                .Options
        )
        {
            Viewer = new Viewer(Mia, "Mia", UserRole.Manager, "an import"),
        };

    static CancellationToken Stop => TestContext.Current.CancellationToken;
}
