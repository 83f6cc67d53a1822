using System.Net;
using StaffDashboard.Data.Imports;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

public sealed class EraseTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    static readonly string[] Traces =
    [
        "zaphira",
        "quillon",
        "vandermeer",
        "zirconium",
        "zeppelin",
        "15190807060",
        "908 070",
        "87.65",
        "1987-06-05",
    ];

    [Fact]
    public async Task Nothing_of_an_erased_person_is_left_anywhere()
    {
        var person = await office.AddAsync(
            "Zaphira Quillon",
            p =>
            {
                p.Phone = "+4915190807060";
                p.Email = "zaphira@quillon.example";
                p.Notes = "Allergic to zirconium";
                p.HourlyRate = 87.65m;
                p.LastWorkedOn = new DateOnly(1987, 6, 5);
            }
        );
        await office.ChangeAsync(
            person.Id,
            p => (p.Name, p.Notes) = ("Zaphira Vandermeer", "Likes zeppelins")
        );
        await ImportAsync("Zaphira Quillon", "0151 908 070 60", "bar");
        await ImportAsync("ZAPHIRA  quillon", "", "");
        await ImportAsync("Someone", "+49 (0)151 90807060", "");
        await office.Database.RunAsync(
            $"""
            insert into import_records (import_id, line, action, person_id, key, content)
            select import_id, line, 'Update', '{person.Id}', null, array['Zaphira Quillon'] from import_rows limit 1
            """
        );
        await ImportAsync("Bystander", "0151 1112223", "bar");

        var page = await office.Admin.GetPageAsync($"/team/{person.Id}/erase");
        using var answer = await office.Admin.PostAsync(
            $"/team/{person.Id}/erase",
            ("Confirmation", "zaphira vandermeer")
        );

        Assert.Contains(
            "2 lines",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var trace in Traces)
            Assert.Empty(await WhereIsAsync(trace));
        Assert.NotEmpty(await WhereIsAsync("bystander"));
        Assert.Equal(
            1,
            await office.Database.AskAsync<long>(
                $"select count(*) from employees where id = '{person.Id}' and erased_at is not null"
            )
        );
        Assert.Equal(
            ["insert", "update", "erase"],
            (await office.TrailAsync(person.Id)).Select(line => line.Split(' ')[0])
        );
    }

    [Fact]
    public async Task An_erased_person_is_found_by_no_address()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        await office.Staff.GetPageAsync($"/team/{person.Id}");
        using var erased = await office.Admin.PostAsync(
            $"/team/{person.Id}/erase",
            ("Confirmation", "Amira Yilmaz")
        );

        foreach (
            var address in (string[])
                [
                    $"/team/{person.Id}",
                    $"/team/{person.Id}/contact",
                    $"/team/{person.Id}/history",
                    $"/team/{person.Id}/erase",
                ]
        )
        {
            using var answer = await office.Admin.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        var part = await office.Staff.GetPageAsync($"/team/{person.Id}?part=head");
        Assert.Contains("erased", part.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Amira", part.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_name_nothing_is_erased()
    {
        var person = await office.AddAsync("Ben Okafor");

        using var answer = await office.Admin.PostAsync(
            $"/team/{person.Id}/erase",
            ("Confirmation", "Ben")
        );

        var page = await PersonOffice.RefusedAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(
            "Nothing was erased",
            page.QuerySelector("#Confirmation-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Ben Okafor", (await office.FindAsync(person.Id)).Name);
    }

    async Task ImportAsync(params string[] cells)
    {
        await using var data = office.Open();
        var import = new Import { FileName = "list.csv" };
        data.Add(import);
        data.Add(
            new ImportRow
            {
                ImportId = import.Id,
                Line = 2,
                Cells = cells,
            }
        );
        await data.SaveChangesAsync();
    }

    /// <summary>Every column of every table, as text.</summary>
    async Task<string[]> WhereIsAsync(string trace)
    {
        var tables = await office.Database.AskAsync<string[]>(
            "select array_agg(format('%I.%I', schemaname, tablename)) from pg_tables where schemaname = 'public'"
        );
        var found = new List<string>();
        foreach (var table in tables!)
            if (
                await office.Database.AskAsync<bool>(
                    $"select exists (select from {table} t where to_jsonb(t)::text ilike '%{trace}%')"
                )
            )
                found.Add(table);
        return [.. found];
    }
}
