using System.Globalization;
using System.Net;
using System.Text;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Imports;

/// <summary>An office with a manager at the import pages.</summary>
public sealed class ImportOffice(TestPostgres postgres) : IAsyncLifetime
{
    public const string Wait = "4711";

    public TestDatabase Database { get; private set; } = null!;
    public OfficeApp App { get; private set; } = null!;
    public Visitor Manager { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.OfficeAsync();
        App = await OfficeApp.StartAsync(Database);
        Manager = await App.SignInAsync(UserRole.Manager);
        // Whoever is called Slow goes in when the test lets them; whoever is called Broken, never.
        await Database.RunAsync(
            $"""
            create function hold_up() returns trigger language plpgsql as $$
            begin
              if new.name = 'Broken' then raise 'broken'; end if;
              if new.name = 'Slow' then perform pg_advisory_xact_lock_shared({Wait}); end if;
              return new;
            end $$;
            create trigger hold_up before insert on employees for each row execute function hold_up();
            """
        );
    }

    /// <summary>Whose imports these are.</summary>
    public string List { get; set; } = "/team";

    public Task<Guid> UploadAsync(params string[] lines) =>
        UploadAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public async Task<Guid> UploadAsync(byte[] file)
    {
        using var answer = await SendAsync(Manager, file);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[3]);
    }

    public async Task<HttpResponseMessage> SendAsync(
        Visitor visitor,
        byte[] file,
        string? token = null
    )
    {
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(token ?? await visitor.TokenAsync()),
                "__RequestVerificationToken"
            },
            { new ByteArrayContent(file), "File", "team.csv" },
        };
        return await visitor.Http.PostAsync(new Uri($"{List}/import", UriKind.Relative), form);
    }

    public async Task CheckAsync(
        Guid id,
        bool update = true,
        bool addRoles = false,
        params string[] fields
    )
    {
        var posted = fields.Select((field, at) => ($"Form.Fields[{at}]", field));
        using var answer = await Manager.PostAsync(
            $"{List}/import/{id}/columns",
            [
                .. posted,
                ("Form.UpdateKnown", update ? "true" : "false"),
                ("Form.AddChoices", addRoles ? "true" : "false"),
            ]
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await BecomesAsync(id, "Checked");
    }

    public async Task<HttpStatusCode> PressSaveAsync(Guid id, bool leaveRejectedOut = false)
    {
        using var answer = await Manager.PostAsync(
            $"{List}/import/{id}?handler=Save",
            ("leaveRejectedOut", leaveRejectedOut ? "true" : "false")
        );
        return answer.StatusCode;
    }

    public async Task SaveAsync(Guid id, bool leaveRejectedOut = false)
    {
        Assert.Equal(HttpStatusCode.Redirect, await PressSaveAsync(id, leaveRejectedOut));
        await BecomesAsync(id, "Done");
    }

    public Task BecomesAsync(Guid id, string state) =>
        Eventually.GetAsync(
            async () =>
            {
                var now = await Database.AskAsync<string>(
                    $"select state || coalesce(': ' || problem, '') from imports where id = '{id}'"
                );
                return now!.Split(':')[0] == state
                    ? true
                    : throw new TimeoutException($"The import is {now}, not {state}.");
            },
            e => e is TimeoutException
        );

    public Task<long> CountAsync(string sql) =>
        Database.AskAsync<long>($"select count(*) from {sql}");

    public async Task<List<(int Line, string Why)>> RejectedAsync(Guid id)
    {
        var page = await Manager.GetPageAsync($"/team/import/{id}/rejected");
        return
        [
            .. page.QuerySelectorAll("#rejected tbody tr")
                .Select(row =>
                    (
                        int.Parse(row.Children[0].TextContent, CultureInfo.InvariantCulture),
                        row.Children[1].TextContent
                    )
                ),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        Manager.Dispose();
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }
}
