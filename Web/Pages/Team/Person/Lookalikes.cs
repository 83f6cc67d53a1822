using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>Who else has it. An error keeps the form from being saved, a warning does not.</summary>
public sealed record Remark(string Key, bool IsError, string Text, Other Other);

/// <summary>Other people that a form's values belong to already.</summary>
static class Lookalikes
{
    public static async Task<IReadOnlyList<Remark>> OfAsync(
        Office office,
        Guid self,
        PersonForm form,
        CancellationToken stop
    )
    {
        var others = office.Employees.AsNoTracking().Where(e => e.Id != self);
        var remarks = new List<Remark>();
        if (form.Value(EmployeeFields.Phone) is { Length: > 0 } phone)
            await AddAsync(
                EmployeeFields.Phone,
                others.Where(e => e.Phone == phone).OrderBy(e => e.ArchivedAt != null),
                other =>
                    other.IsArchived
                        ? $"{other.Name}, who is archived, has this phone number."
                        : $"{other.Name} has this phone number. Enter another, or change it there.",
                other => !other.IsArchived
            );
        if (form.Value(EmployeeFields.UserId) is { Length: > 0 } user)
            await AddAsync(
                EmployeeFields.UserId,
                others.Where(e => e.UserId == new Guid(user)),
                other => $"This sign-in belongs to {other.Name} already. Choose another.",
                _ => true
            );
        if (form.Value(EmployeeFields.Name) is { Length: > 0 } name)
        {
            var folded = await office
                .Database.SqlQuery<string>($"select search_text({name}) as \"Value\"")
                .SingleAsync(stop);
            await AddAsync(
                EmployeeFields.Name,
                others.Where(e => e.NameKey == folded).OrderBy(e => e.ArchivedAt != null),
                other =>
                    $"There is another {other.Name}{(other.IsArchived ? ", who is archived" : "")}.",
                _ => false
            );
        }
        return remarks;

        async Task AddAsync(
            EmployeeField field,
            IQueryable<Employee> found,
            Func<Other, string> text,
            Func<Other, bool> isError
        )
        {
            var other = await found
                .Select(e => new Other(e.Id, e.Name, e.ArchivedAt != null))
                .FirstOrDefaultAsync(stop);
            if (other is not null)
                remarks.Add(new(field.Key, isError(other), text(other), other));
        }
    }

    /// <summary>Whoever active holds the number of somebody who is to come back.</summary>
    public static Task<Other?> PhoneHolderAsync(
        Office office,
        Employee person,
        CancellationToken stop
    ) =>
        office
            .Employees.Where(e =>
                e.Phone == person.Phone && e.Id != person.Id && e.ArchivedAt == null
            )
            .Select(e => new Other(e.Id, e.Name, false))
            .FirstOrDefaultAsync(stop);
}
