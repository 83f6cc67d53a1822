using System.Text.Json;
using AngleSharp.Html.Dom;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team;

/// <summary>An office of its own for a class of tests about the list.</summary>
public abstract class TeamPages(TestPostgres postgres) : IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;
    protected OfficeApp App { get; private set; } = null!;
    protected Visitor Manager { get; private set; } = null!;
    protected Visitor Staff { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.OfficeAsync();
        App = await OfficeApp.StartAsync(Database);
        Manager = await App.SignInAsync(UserRole.Manager);
        Staff = await App.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Manager.Dispose();
        Staff.Dispose();
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }

    protected Office Open() => new(Schema.Options(Database.AppConnectionString));

    protected async Task<Employee> HireAsync(string name, Action<Employee>? with = null)
    {
        await using var office = Open();
        var person = new Employee { Name = name };
        with?.Invoke(person);
        office.Add(person);
        await office.SaveChangesAsync();
        return person;
    }

    protected async Task<Employee> LookUpAsync(Employee person)
    {
        await using var office = Open();
        return (await office.Employees.FindAsync(person.Id))!;
    }

    protected static string[] NamesIn(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[data-open]").Select(link => link.TextContent)];

    protected async Task<string[]> ListedAsync(string query) =>
        NamesIn(await Manager.GetPageAsync("/team" + query));

    /// <summary>As htmx posts it; the toast that comes back.</summary>
    protected static async Task<(HttpResponseMessage Answer, JsonElement Toast)> PostAsync(
        Visitor visitor,
        string path,
        params (string Name, string Value)[] fields
    )
    {
        visitor.Http.DefaultRequestHeaders.Remove("HX-Request");
        visitor.Http.DefaultRequestHeaders.Remove("X-Request-Id");
        var token = await visitor.TokenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
                fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            ),
        };
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("X-Request-Id", Guid.CreateVersion7().ToString());
        request.Headers.Add("RequestVerificationToken", token);
        var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var told = answer.Headers.TryGetValues("HX-Trigger", out var values)
            ? JsonDocument.Parse(values.Single()).RootElement.GetProperty("toast")
            : default;
        return (answer, told);
    }

    protected static (string, string)[] Picked(
        IEnumerable<Employee> people,
        params (string, string)[] more
    ) => [.. people.Select(person => ("ids", person.Id.ToString())), .. more];

    protected static string Text(JsonElement toast) =>
        (
            toast.TryGetProperty("Text", out var text) ? text : toast.GetProperty("text")
        ).GetString()!;

    protected static string Undo(JsonElement toast) =>
        (
            toast.TryGetProperty("Undo", out var undo) ? undo : toast.GetProperty("undo")
        ).GetString()!;
}
