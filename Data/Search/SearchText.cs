using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Search;

/// <summary>Text as it is searched: without accents and capitals. The database alone knows how, so that both sides fold alike.</summary>
public static class SearchText
{
    public static string Of(string text) =>
        throw new InvalidOperationException("Only the database folds text: use it inside a query.");

    internal static void Register(ModelBuilder model) =>
        model
            .HasDbFunction(typeof(SearchText).GetMethod(nameof(Of), [typeof(string)])!)
            .HasName("search_text")
            .IsNullable(false);
}
