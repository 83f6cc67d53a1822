using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Edits;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>Saves a form into the person as it is at that very moment.</summary>
static class Merging
{
    const int Attempts = 5;

    public static async Task<object> SaveAsync(
        Office office,
        Effect effect,
        Guid id,
        PersonForm form,
        CancellationToken stop
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            // Somebody saved between our reading and our writing: what was read is worth nothing any more.
            office.ChangeTracker.Clear();
            // In a crowd one waits for one's turn, instead of losing it again and again.
            if (attempt > 1)
                await office.Database.ExecuteSqlAsync(
                    $"select from employees where id = {id} for update",
                    stop
                );
            var person = await office.Employees.FirstOrDefaultAsync(e => e.Id == id, stop);
            if (person is null)
                return new ErasedMeanwhile();
            if (person.IsArchived && !form.KnowsArchived)
                return new ArchivedMeanwhile();
            form.Know(person);
            var outcome = person.Apply(form.Edits(person));
            if (outcome.Clashes.Count > 0)
                return new Clashing(outcome.Clashes);
            if (outcome.Changed.Count == 0 && !form.GivenUps(person).Any())
                return new Unchanged(outcome.Kept);
            try
            {
                await effect.SaveAsync(stop);
                await GivenUp.KeepAsync(
                    office,
                    "employees",
                    $"{id}",
                    id,
                    form.GivenUps(person),
                    stop
                );
                return new Saved(person, outcome.Kept, outcome.Changed);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts) { }
            catch (DbUpdateException e) when ((e.IsTaken() || e.IsGone()) && attempt < Attempts)
            {
                await effect.BeginAgainAsync();
                office.ChangeTracker.Clear();
                return new TakenMeanwhile();
            }
        }
    }
}

sealed record Saved(
    Employee Person,
    IReadOnlyList<EmployeeField> Kept,
    IReadOnlyList<EmployeeField> Changed
);

/// <summary>All of it is so already: nothing is written, and nothing may be answered as done.</summary>
sealed record Unchanged(IReadOnlyList<EmployeeField> Kept);

sealed record Clashing(IReadOnlyList<FieldClash> Clashes);

sealed record TakenMeanwhile;

sealed record ArchivedMeanwhile;

sealed record ErasedMeanwhile;
