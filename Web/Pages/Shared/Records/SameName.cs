using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Search;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>Warns of another of the same name.</summary>
static class SameName
{
    public static Func<
        Office,
        Guid,
        RecordForm,
        CancellationToken,
        Task<IReadOnlyList<Remark>>
    > OfAsync<T>(Field name, RecordLinks links)
        where T : class, IListed =>
        async (office, self, form, stop) =>
        {
            if (form.Value(name) is not { Length: > 0 } typed)
                return [];
            var other = await office
                .Set<T>()
                .Where(e => e.Id != self && e.NameKey == SearchText.Of(typed))
                .OrderBy(e => e.ArchivedAt != null)
                .Select(e => new
                {
                    e.Id,
                    e.Name,
                    IsArchived = e.ArchivedAt != null,
                })
                .FirstOrDefaultAsync(stop);
            return other is null
                ? []
                :
                [
                    new(
                        name.Key,
                        false,
                        $"There is another {other.Name}{(other.IsArchived ? ", which is archived" : "")}.",
                        (links.Details(other.Id), other.Name)
                    ),
                ];
        };
}
