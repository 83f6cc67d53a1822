using System.Linq.Expressions;
using StaffDashboard.Data;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>What leaves rows out of a list, and how it is offered.</summary>
/// <param name="Key">In addresses.</param>
public abstract record ListFilter(string Key, string Label)
{
    /// <summary>From what an address says to the value; null where it makes no sense.</summary>
    public Func<string, string?> Read { get; init; } = text => text.Length == 0 ? null : text;

    /// <summary>Offered as one chip, which sets this value.</summary>
    public (string Value, string Text)? Chip { get; init; }

    /// <summary>Which chips it stands with.</summary>
    public string Group { get; init; } = Label;

    /// <summary>Offered beside the search: one of these.</summary>
    public IReadOnlyList<(string Value, string Text)>? Options { get; init; }

    /// <summary>Offered beside the search: a text, with suggestions from the element of this id.</summary>
    public string? Suggestions { get; init; }

    public bool IsBesideSearch => Options is not null || Suggestions is not null;

    public abstract bool HasChoices { get; }
}

public sealed record ListFilter<T>(
    string Key,
    string Label,
    Func<string, DateOnly, Expression<Func<T, bool>>> Where
) : ListFilter(Key, Label)
    where T : class, IListed
{
    /// <summary>It may leave few rows of many: the database is to plan for that.</summary>
    public bool IsSelective { get; init; }

    /// <summary>Offered as a chip for each of these, with how many of the given rows it would show.</summary>
    public Func<Office, IQueryable<T>, IQueryable<ListCount>>? Choices { get; init; }

    public override bool HasChoices => Choices is not null;
}
