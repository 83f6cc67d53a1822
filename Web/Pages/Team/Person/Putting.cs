using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>Puts one value of the history back, however busy the person is.</summary>
static class Putting
{
    const int Attempts = 5;

    /// <summary>Null: there is no such change. A text: why not. Empty: done.</summary>
    public static async Task<string?> BackAsync(
        Office office,
        Guid id,
        long change,
        EmployeeField field,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var entry = await office
            .AuditLog.AsNoTracking()
            .FirstOrDefaultAsync(
                e => e.PersonId == id && e.Id == change && e.TableName == "employees",
                stop
            );
        for (var attempt = 1; entry is not null; attempt++)
        {
            office.ChangeTracker.Clear();
            var person = await office.Employees.FirstOrDefaultAsync(e => e.Id == id, stop);
            if (person is null)
                return null;
            if (!PutBack.Column(person, entry, field.Column, clock))
                return $"{field.Label} has changed again since. Nothing was put back.";
            try
            {
                await office.SaveChangesAsync(stop);
                return "";
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts) { }
            catch (DbUpdateConcurrencyException)
            {
                return "Others are changing this person right now. Nothing was put back; try once more.";
            }
            catch (DbUpdateException e) when (e.IsGone())
            {
                return $"{field.Label} was not put back: the earlier value is no longer in the list.";
            }
            catch (DbUpdateException e) when (e.IsTaken())
            {
                return $"{field.Label} belongs to somebody else by now. Nothing was put back.";
            }
        }
        return null;
    }
}
