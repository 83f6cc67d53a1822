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
public class NewModel(
    Office office,
    IValidator<PersonForm> rules,
    IConfiguration settings,
    TimeProvider clock
) : PersonPage(office, rules, settings, clock)
{
    public async Task<IActionResult> OnGetAsync()
    {
        Form = PersonForm.Of(
            new Employee(),
            EmployeeFields.All,
            await WordsAsync(EmployeeFields.All)
        );
        return await FormAsync(StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync(bool another)
    {
        await ReadAsync();
        if (!await IsFineAsync(Guid.Empty))
            return await FormAsync(
                StatusCodes.Status422UnprocessableEntity,
                IsHtmx ? "_New" : null
            );
        var person = new Employee();
        Form.Fill(person);
        Office.Add(person);
        try
        {
            await Office.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException e) when (e.IsTaken() || e.IsGone())
        {
            // By somebody else, this very moment: asked again, they are named, or what they removed is.
            Office.ChangeTracker.Clear();
            return await OnPostAsync(another);
        }
        return Done(person.Id, another);
    }

    public async Task<IActionResult> OnPostCheckAsync(string? field)
    {
        await ReadAsync();
        return await CheckAsync(Guid.Empty, field);
    }

    async Task ReadAsync() =>
        Form = PersonForm.Read(
            await Request.ReadFormAsync(Stop),
            EmployeeFields.All,
            await WordsAsync(EmployeeFields.All)
        );

    IActionResult Done(Guid id, bool another)
    {
        var name = Form.Value(EmployeeFields.Name);
        var same = Form.Remarks.FirstOrDefault(r => r.Key == EmployeeFields.Name.Key);
        var toast = new Toast(
            same is null ? $"Added {name}" : $"Added {name}. {same.Text}",
            PersonLinks.Archive(id)
        );
        // What waited for a line is told by whichever page is open now, and where to look.
        if (Request.Headers.ContainsKey("X-Waited"))
        {
            toast.Show(Response);
            return GoTo(PersonLinks.Details(id));
        }
        toast.Keep(TempData);
        return GoTo(another ? PersonLinks.New : PersonLinks.Details(id));
    }
}
