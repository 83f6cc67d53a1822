using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

/// <summary>An office with one of each role at a browser without script.</summary>
public sealed class PersonOffice(TestPostgres postgres) : IAsyncLifetime
{
    public const string Form = "main form.form";

    int added;

    public TestDatabase Database { get; private set; } = null!;
    public OfficeApp App { get; private set; } = null!;
    public Visitor Staff { get; private set; } = null!;
    public Visitor Manager { get; private set; } = null!;
    public Visitor Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.OfficeAsync();
        App = await OfficeApp.StartAsync(Database);
        Staff = await App.SignInAsync(UserRole.Staff);
        Manager = await App.SignInAsync(UserRole.Manager);
        Admin = await App.SignInAsync(UserRole.Admin);
    }

    public async Task<Employee> AddAsync(string name, Action<Employee>? adapt = null)
    {
        var person = new Employee { Name = name, Phone = NextPhone() };
        adapt?.Invoke(person);
        await using var office = Open();
        office.Add(person);
        await office.SaveChangesAsync();
        return person;
    }

    /// <summary>What Staff sees who typed one name while somebody else saved another.</summary>
    public async Task<IHtmlDocument> AskedAsync(Guid id, string mine, string theirs)
    {
        var page = await Staff.GetPageAsync($"/team/{id}/contact");
        await ChangeAsync(id, p => p.Name = theirs);
        using var stale = await Staff.PostAsync(
            $"/team/{id}/contact",
            Filled(page, Form, ("Name", mine))
        );
        return await RefusedAsync(stale, HttpStatusCode.Conflict);
    }

    public string NextPhone() => $"+4915100{Interlocked.Increment(ref added):D6}";

    public async Task<Employee> FindAsync(Guid id)
    {
        await using var office = Open();
        return (await office.Employees.FindAsync(id))!;
    }

    /// <summary>Somebody else's hand, past the pages: recorded under their name all the same.</summary>
    public async Task ChangeAsync(Guid id, Action<Employee> change, string by = "Tom Maier")
    {
        await using var office = Open();
        office.Viewer = new Viewer(Guid.CreateVersion7(), by, UserRole.Manager, null);
        change((await office.Employees.FindAsync(id))!);
        await office.SaveChangesAsync();
        // As another node would: a page asked for after this must not come from memory.
        App.Services.GetRequiredService<Doorbell>().Ring();
    }

    /// <summary>The trail of a person, oldest first: "update Mia Manager phone,email".</summary>
    public async Task<string[]> TrailAsync(Guid id) =>
        (
            await Database.AskAsync<string[]>(
                $"""
                select array_agg(action || ' ' || actor || ' ' ||
                  (select coalesce(string_agg(k, ',' order by k), '') from jsonb_object_keys(diff) k) order by at, id)
                from audit_log where person_id = '{id}'
                """
            )
        )!;

    /// <summary>A form as a browser would send it back: every control with what stands in it, some of it typed over.</summary>
    public static (string Name, string Value)[] Filled(
        IParentNode page,
        string form,
        params (string Name, string Value)[] typed
    )
    {
        var found = (IHtmlFormElement)page.QuerySelector(form)!;
        var values = found
            .Elements.OfType<IElement>()
            .Select(Entry)
            .Where(entry => entry.Name.Length > 0 && entry.Value is not null)
            .Where(entry => entry.Name != "__RequestVerificationToken")
            .Where(entry => typed.All(t => t.Name != entry.Name))
            .Select(entry => (entry.Name, entry.Value!));
        return [.. values, .. typed];
    }

    static (string Name, string? Value) Entry(IElement control) =>
        control switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => ("", null),
            IHtmlInputElement input => (input.Name ?? "", input.Value),
            IHtmlSelectElement select => (select.Name ?? "", select.Value),
            IHtmlTextAreaElement area => (area.Name ?? "", area.Value),
            _ => ("", null),
        };

    public static async Task<IHtmlDocument> RefusedAsync(
        HttpResponseMessage answer,
        HttpStatusCode status
    )
    {
        Assert.Equal(status, answer.StatusCode);
        return await Visitor.ParseAsync(answer);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in (Visitor[])[Staff, Manager, Admin])
            visitor.Dispose();
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }

    public Office Open() =>
        new(
            new DbContextOptionsBuilder<Office>(Schema.Options(Database.AppConnectionString))
                .AddInterceptors(new ViewerOnConnection())
                .Options
        );
}
