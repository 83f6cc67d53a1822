using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Team.Person;

[Authorize(Policy = Policies.Manager)]
public class NewModel(Office office, IValidator<PersonForm> rules, IConfiguration settings)
    : PersonPage(office, rules, settings)
{
    /// <summary>Made with the form: the same form sent twice adds one person.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Id = Guid.CreateVersion7();
        Form = PersonForm.Of(new Employee(), EmployeeFields.All, await WordsAsync());
        return await FormAsync(StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync(bool another)
    {
        if (Id == Guid.Empty)
            Id = Guid.CreateVersion7();
        await ReadAsync();
        if (await WasAddedAsync())
            return Done(another);
        if (!await IsFineAsync(Id))
            return await FormAsync(
                StatusCodes.Status422UnprocessableEntity,
                IsHtmx ? "_New" : null
            );
        var person = new Employee { Id = Id };
        Form.Fill(person);
        Office.Add(person);
        try
        {
            await Office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException e) when (e.IsTaken())
        {
            // By somebody else, or by the same form a moment ago: asked again, both are told apart.
            Office.ChangeTracker.Clear();
            return await OnPostAsync(another);
        }
        return Done(another);
    }

    public async Task<IActionResult> OnPostCheckAsync(string field)
    {
        await ReadAsync();
        return await CheckAsync(Id, field);
    }

    async Task ReadAsync() =>
        Form = PersonForm.Read(
            await Request.ReadFormAsync(Stop),
            EmployeeFields.All,
            await WordsAsync()
        );

    Task<bool> WasAddedAsync() =>
        Office.Employees.IgnoreQueryFilters().AnyAsync(e => e.Id == Id, Stop);

    IActionResult Done(bool another)
    {
        var name = Form.Value(EmployeeFields.Name);
        var same = Form.Remarks.FirstOrDefault(r => r.Key == EmployeeFields.Name.Key);
        new Toast(same is null ? $"Added {name}." : $"Added {name}. {same.Text}").Keep(TempData);
        return GoTo(another ? PersonLinks.New : PersonLinks.Details(Id));
    }
}
