using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Search;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>Other people that a form's values belong to already.</summary>
static class Lookalikes
{
    /// <summary>One question to the database, each part of it answered by an index.</summary>
    public static async Task<IReadOnlyList<Remark>> OfAsync(
        Office office,
        Guid self,
        RecordForm form,
        CancellationToken stop
    )
    {
        var others = office.Employees.AsNoTracking().Where(e => e.Id != self);
        var asked = new List<IQueryable<Found>>();
        if (form.Value(EmployeeFields.Phone) is { Length: > 0 } phone)
            asked.Add(First(Same.Phone, others.Where(e => e.Phone == phone)));
        if (form.Value(EmployeeFields.UserId) is { Length: > 0 } text)
        {
            var user = new Guid(text);
            asked.Add(First(Same.User, others.Where(e => e.UserId == user)));
        }
        if (form.Value(EmployeeFields.Name) is { Length: > 0 } name)
            asked.Add(First(Same.Name, others.Where(e => e.NameKey == SearchText.Of(name))));
        if (asked.Count == 0)
            return [];
        var found = await asked.Aggregate((all, next) => all.Concat(next)).ToListAsync(stop);
        return [.. found.OrderBy(other => other.Same).Select(About)];
    }

    static IQueryable<Found> First(Same same, IQueryable<Employee> others) =>
        others
            .OrderBy(e => e.ArchivedAt != null)
            .Take(1)
            .Select(e => new Found
            {
                Same = same,
                Id = e.Id,
                Name = e.Name,
                IsArchived = e.ArchivedAt != null,
            });

    static Remark About(Found found)
    {
        var link = (TeamLinks.Person.Details(found.Id), found.Name);
        return found.Same switch
        {
            Same.Phone => new(
                EmployeeFields.Phone.Key,
                !found.IsArchived,
                found.IsArchived
                    ? $"{found.Name}, who is archived, has this phone number."
                    : $"{found.Name} has this phone number. Enter another, or change it there.",
                link
            ),
            Same.User => new(
                EmployeeFields.UserId.Key,
                true,
                $"This sign-in belongs to {found.Name} already. Choose another.",
                link
            ),
            _ => new(
                EmployeeFields.Name.Key,
                false,
                $"There is another {found.Name}{(found.IsArchived ? ", who is archived" : "")}.",
                link
            ),
        };
    }

    /// <summary>Whoever active holds the number of somebody who is to come back.</summary>
    public static async Task<Remark?> PhoneHolderAsync(
        Office office,
        IRecord person,
        CancellationToken stop
    )
    {
        var phone = ((Employee)person).Phone;
        return
            await office
                .Employees.Where(e => e.Phone == phone && e.Id != person.Id && e.ArchivedAt == null)
                .Select(e => new { e.Id, e.Name })
                .FirstOrDefaultAsync(stop)
                is { } holder
            ? new(
                EmployeeFields.Phone.Key,
                true,
                $"{holder.Name} has the phone number now",
                (TeamLinks.Person.Details(holder.Id), holder.Name)
            )
            : null;
    }

    enum Same
    {
        Phone,
        User,
        Name,
    }

    sealed class Found
    {
        public Same Same { get; init; }
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public bool IsArchived { get; init; }
    }
}
